import type { ReactNode } from "react";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";

type DeedPageProps = {
  readonly title: string;
  readonly why: string;
  /** The section with the form. */
  readonly name: string;
  readonly context: string;
  /** Instead of the form where no script runs. */
  readonly noScript: string;
  readonly about: { readonly name: string; readonly sentences: readonly string[] };
  /** The form. */
  readonly children: ReactNode;
};

/** A public page on which a person does one thing with a secret of their own, and what is good to know about it. */
export function DeedPage({ title, why, name, context, noScript, about, children }: DeedPageProps) {
  return (
    <PublicFrame>
      <Top title={title} why={why} />
      <Section name={name} context={context}>
        {children}
        <noscript>
          <p>{noScript}</p>
        </noscript>
      </Section>
      <Section name={about.name}>
        <ul className="bullets max-w-measure">
          {about.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </PublicFrame>
  );
}
