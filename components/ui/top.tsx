import type { ReactNode } from "react";

type TopProps = {
  /** A finding or a question, never a noun. */
  readonly title: ReactNode;
  /** One or two sentences of why. */
  readonly why?: ReactNode;
  /** Way back to the list this page comes from. */
  readonly back?: { readonly href: string; readonly text: string };
  /** What follows the sentence: a Verdict, Facts. */
  readonly children?: ReactNode;
};

/** The sentence the page is about: h1, its why, and at most a verdict and a row of facts. */
export function Top({ title, why, back, children }: TopProps) {
  return (
    <div className="top">
      {back ? (
        <p className="crumb">
          <a href={back.href}>{back.text}</a>
        </p>
      ) : null}
      <h1>{title}</h1>
      {why ? <p className="sub">{why}</p> : null}
      {children}
    </div>
  );
}
