import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type LedgerRow = {
  readonly id: string;
  /** The letter of its bracket in the picture. */
  readonly letter: string;
  /** What. */
  readonly title: string;
  /** Who, when, and on what evidence, in a sentence. */
  readonly text: ReactNode;
  /** ”gäller till 31 mars 2027”, ”löpte ut 30 juni 2026”. */
  readonly validity: string;
  /** Where it is renewed or let go. */
  readonly link: { readonly href: string; readonly text: string };
};

/** Natural explanations: beside the flag, never instead of it. Empty: says that none is noted. */
export function ExplanationLedger({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const t = useTranslations("figures.panel");
  if (rows.length === 0) return <p className="quiet">{t("noExplanation")}</p>;
  return (
    <ul className="ledger" aria-label={t("explanations")}>
      {rows.map((row) => (
        <li key={row.id}>
          <span className="letter">{row.letter}</span>
          <b>{row.title}</b>
          <span className="d">{row.validity}</span>
          <p>
            {row.text}{" "}
            <a href={row.link.href}>
              {row.link.text}
              <span className="vh">: {row.title}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
