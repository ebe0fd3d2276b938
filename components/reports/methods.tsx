import { Fragment, type ReactNode } from "react";

type Method = { readonly term: string; readonly text: ReactNode };

/** How it is counted: term in the margin, plain words beside it. */
export function Methods({ methods }: { readonly methods: readonly Method[] }) {
  return (
    <dl className="methods">
      {methods.map(({ term, text }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
