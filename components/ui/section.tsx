import type { ReactNode } from "react";

type SectionProps = {
  readonly id?: string;
  /** Name of the section, in the margin column. */
  readonly name: string;
  /** One line of context under the name. */
  readonly context?: ReactNode;
  readonly children: ReactNode;
};

/** A 2 px rule, a margin column with the section's name, a content column of at most 872 px. */
export function Section({ id, name, context, children }: SectionProps) {
  return (
    <section className="row" id={id}>
      <header>
        <h2>{name}</h2>
        {context ? <p>{context}</p> : null}
      </header>
      <div className="body">{children}</div>
    </section>
  );
}
