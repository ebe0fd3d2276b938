import { Fragment } from "react";
import { pieces } from "@/components/hr/marked";
import { Term } from "@/components/hr/term";

type SaidProps = {
  /** A text whose figures are marked. */
  readonly children: string;
  /** The id of the table, or of its row, where the figures stand on this page. */
  readonly at?: string | undefined;
};

/** A text whose figures lead to their rows where the page has them, else to how they are counted. */
export function Said({ children, at }: SaidProps) {
  return pieces(children).map(({ text, of }, i) => {
    // The pieces of one text never change places.
    const key = `${i}`;
    if (of === null) return <Fragment key={key}>{text}</Fragment>;
    return (
      <Term key={key} of={of} at={at}>
        {text}
      </Term>
    );
  });
}
