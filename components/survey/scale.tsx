import type { Answer } from "@/lib/survey/questionnaire";
import { useText } from "./catalogue";

type Props = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly low: string;
  readonly high: string;
  readonly given: Answer | undefined;
  readonly declined: boolean;
  readonly onAnswer: (given: Answer | null, declined?: boolean) => void;
};

/** Steps in a row, their ends in words, and a way not to answer. One radio group in all. */
export function Scale({ name, from, to, low, high, given, declined, onAnswer }: Props) {
  const t = useText();
  const ends = new Map([
    [from, low],
    [to, high],
  ]);
  const label = (n: number) => {
    const words = ends.get(n);
    return words ? t("scale.end", { n, words }) : String(n);
  };
  return (
    <>
      <div className={to > 5 ? "scale ten" : "scale"}>
        {Array.from({ length: to - from + 1 }, (_, index) => from + index).map((n) => (
          <label key={n}>
            <input
              type="radio"
              name={name}
              checked={given === n}
              aria-label={label(n)}
              onChange={() => onAnswer(n)}
            />
            {n}
          </label>
        ))}
      </div>
      <div className="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <label className="skipq">
        <input type="radio" name={name} checked={declined} onChange={() => onAnswer(null, true)} />
        {t("scale.decline")}
      </label>
    </>
  );
}
