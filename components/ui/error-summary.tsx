import { useTranslations } from "next-intl";

type ErrorSummaryProps = {
  /** Each leads to its field: `id` is the field's. */
  readonly errors: readonly { readonly id: string; readonly text: string }[];
  /** Instead of ”Något behöver rättas”. */
  readonly title?: string;
};

/** First on a page whose form was refused: what is wrong, each a link to its field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useTranslations("common");
  if (errors.length === 0) return null;
  return (
    <div className="errors" role="alert" aria-labelledby="errors" tabIndex={-1}>
      <h2 id="errors">{title ?? t("errors")}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={`${id} ${text}`}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
