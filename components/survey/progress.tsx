import { useText } from "./catalogue";

/** ”Del 3 av 8”: the bar is decoration, the words say it. */
export function Progress({ n, total }: { n: number; total: number }) {
  const t = useText();
  return (
    <div className="prog">
      <ol aria-hidden="true">
        {Array.from({ length: total }, (_, index) => index + 1).map((part) => (
          <li key={part} className={part <= n ? "done" : ""} />
        ))}
      </ol>
      <span>{t("progress", { n, total })}</span>
    </div>
  );
}
