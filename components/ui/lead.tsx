import type { ReactNode } from "react";

type LeadRow = {
  /** ”Var”, ”Nytt sedan sist”. */
  readonly label: string;
  readonly sentence: ReactNode;
  readonly link?: { readonly href: string; readonly text: string };
};

/** Label and sentence, row by row: the report's five sentences. */
export function Lead({ rows }: { readonly rows: readonly LeadRow[] }) {
  return (
    <dl className="lead">
      {rows.map(({ label, sentence, link }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {sentence} {link ? <a href={link.href}>{link.text}</a> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
