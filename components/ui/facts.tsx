import type { ReactNode } from "react";

type FactsProps = {
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[];
};

/** A quiet row of terms and values. Never big lone numbers. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
