import { useText } from "./catalogue";

type Props = {
  readonly onBack?: () => void;
  readonly onContinue?: () => void;
  readonly label?: string;
};

/** Back on the left, on to the right. */
export function Go({ onBack, onContinue, label }: Props) {
  const t = useText();
  return (
    <div className="go">
      {onBack ? (
        <button type="button" className="btn line" onClick={onBack}>
          {t("back")}
        </button>
      ) : null}
      {onContinue ? (
        <button type="button" className="btn" onClick={onContinue}>
          {label ?? t("continue")}
        </button>
      ) : null}
    </div>
  );
}
