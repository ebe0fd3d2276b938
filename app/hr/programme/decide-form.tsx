"use client";

import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { type DraftField, LONGEST_REASON } from "@/lib/programme/decision";
import { decideProgramme } from "./actions";

type Texts = Readonly<Record<string, string>>;
type Choice = { readonly value: string; readonly text: string };

type DecideProps = {
  readonly texts: Texts;
  /** The last decision that the page shows; 0 before any. */
  readonly after: number;
  readonly scopes: readonly Choice[];
  readonly quarters: readonly Choice[];
  readonly cost: number | null;
};

/** A new decision. Works before the script does, and loses nothing that was typed. */
export function DecideForm({ texts, after, scopes, quarters, cost }: DecideProps) {
  const empty = { after: `${after}`, scope: "", from: "", reason: "", cost: `${cost ?? ""}` };
  const [{ typed, wrong, outcome }, send] = useActionState(decideProgramme, {
    typed: empty,
    wrong: [],
    outcome: null,
  });
  // A sent form is reset by the browser; lists keep what was chosen only when they are made anew (their keys).
  const kept = outcome === "decided" ? empty : typed;
  const error = (field: DraftField) =>
    wrong.includes(field) ? { error: texts[`wrong-${field}`] ?? "" } : {};
  return (
    <form action={send} key={`${after}`}>
      <ErrorSummary
        errors={wrong.map((field) => ({ id: `d-${field}`, text: texts[`wrong-${field}`] ?? "" }))}
      />
      {outcome === null ? null : <Note live>{texts[outcome]}</Note>}
      <input type="hidden" name="after" value={after} />
      <SelectField
        key={`scope ${kept.scope}`}
        id="d-scope"
        name="scope"
        label={texts["scope"] ?? ""}
        defaultValue={kept.scope}
        {...error("scope")}
      >
        <Choices none={texts["choose"] ?? ""} of={scopes} />
      </SelectField>
      <SelectField
        key={`from ${kept.from}`}
        id="d-from"
        name="from"
        label={texts["from"] ?? ""}
        hint={texts["fromHint"]}
        defaultValue={kept.from}
        {...error("from")}
      >
        <Choices none={texts["choose"] ?? ""} of={quarters} />
      </SelectField>
      <TextField
        id="d-reason"
        name="reason"
        label={texts["reason"] ?? ""}
        hint={texts["reasonHint"]}
        defaultValue={kept.reason}
        maxLength={LONGEST_REASON}
        {...error("reason")}
      />
      <Field
        id="d-cost"
        name="cost"
        label={texts["cost"] ?? ""}
        hint={texts["costHint"]}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={kept.cost}
        {...error("cost")}
      />
      <Acts>
        <Button>{texts["send"]}</Button>
      </Acts>
    </form>
  );
}

type ChoicesProps = { readonly none: string; readonly of: readonly Choice[] };

/** Nothing is chosen beforehand: what somebody decides is what somebody chose. */
function Choices({ none, of }: ChoicesProps) {
  return [{ value: "", text: none }, ...of].map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}
