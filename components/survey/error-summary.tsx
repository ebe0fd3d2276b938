import { useEffect, useRef } from "react";
import { useText } from "./catalogue";

export type FieldError = { readonly field: string; readonly text: string };

/** What must be put right, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  if (errors.length === 0) return null;
  return (
    <div className="errors" ref={summary} tabIndex={-1} role="alert">
      <h2>{t("errors.title")}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <button
              type="button"
              className="link"
              onClick={() => document.getElementById(field)?.focus()}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
