import type { DecisionLine } from "./line";

/** A decision, and where the public log tells it. */
export type ToldLine = {
  readonly line: DecisionLine;
  readonly entry: { readonly seq: number; readonly day: string };
};

type Of<K extends DecisionLine["kind"]> = Extract<DecisionLine, { readonly kind: K }>["content"] &
  ToldLine["entry"];

/** What the log tells of the programme, in its order. */
export const programmeTold = (told: readonly ToldLine[]): readonly Of<"programme-decided">[] =>
  told.flatMap(({ line, entry: { seq, day } }) =>
    line.kind === "programme-decided" ? [{ ...line.content, seq, day }] : [],
  );

/** What the log tells of the motion's rule, in its order. */
export const ruleTold = (told: readonly ToldLine[]): readonly Of<"rule-decided">[] =>
  told.flatMap(({ line, entry: { seq, day } }) =>
    line.kind === "rule-decided" ? [{ ...line.content, seq, day }] : [],
  );

export type ProgrammeTold = Of<"programme-decided">;
export type RuleTold = Of<"rule-decided">;
