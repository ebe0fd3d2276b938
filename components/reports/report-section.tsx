import type { ReactNode } from "react";

type ReportSectionProps = {
  readonly id: string;
  /** ”Motionens första krav”. */
  readonly label: string;
  /** A finding, as a heading. */
  readonly title: string;
  /** The demand in the motion's own words, quotation marks included. */
  readonly quote?: string;
  readonly intro?: ReactNode;
  /** The width of the page: panels and wide tables. */
  readonly full?: ReactNode;
  /** The content column: pictures and tables. */
  readonly children?: ReactNode;
};

/** One demand of the motion: label in the margin, finding, quotation, then panels and pictures. */
export function ReportSection({
  id,
  label,
  title,
  quote,
  intro,
  full,
  children,
}: ReportSectionProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <p className="n">{label}</p>
        <div>
          <h2 id={`${id}-title`}>{title}</h2>
          {quote ? <blockquote>{quote}</blockquote> : null}
          {intro ? <p>{intro}</p> : null}
        </div>
      </header>
      {full}
      {children ? <div className="body">{children}</div> : null}
    </section>
  );
}

/** Something wide after the panels. */
export function Wider({ children }: { readonly children: ReactNode }) {
  return <div className="wider">{children}</div>;
}
