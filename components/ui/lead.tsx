import { Fragment, type ReactNode } from "react";

type LeadLink = {
  readonly href: string;
  readonly text: string;
  /** Heard after the text, where several links say the same. */
  readonly about?: string;
};

type LeadRow = {
  /** ”Var”, ”Nytt sedan sist”. */
  readonly label: string;
  readonly sentence: ReactNode;
  readonly links: readonly LeadLink[];
};

/** Label and sentence, row by row: the report's five sentences. */
export function Lead({ rows }: { readonly rows: readonly LeadRow[] }) {
  return (
    <dl className="lead">
      {rows.map(({ label, sentence, links }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {sentence}
            {links.map(({ href, text, about }) => (
              <Fragment key={href}>
                {" "}
                <a className="noprint" href={href}>
                  {text}
                  {about === undefined ? null : <span className="vh"> ({about})</span>}
                </a>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
