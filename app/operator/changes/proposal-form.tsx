"use client";

import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import {
  LONGEST_REASON,
  PROPOSAL_FIELDS,
  type ProposalField,
  type TypedProposal,
} from "@/lib/changes/proposal";
import { changeLimits, proposeClosing, type Sent } from "./actions";

type ProposalFormProps = {
  /** Keys of `label`, `hint` and `wrong` begin so; and `send`, and every outcome. */
  readonly texts: Readonly<Record<string, string>>;
  readonly empty: TypedProposal;
  /** The quarter that is to close early; null: the form is about limits. */
  readonly quarter: string | null;
};

/** A proposal. Works before the script does, and loses nothing that was typed. */
export function ProposalForm({ texts, empty, quarter }: ProposalFormProps) {
  const first: Sent = { typed: empty, wrong: [], outcome: null };
  const deed = quarter === null ? changeLimits : proposeClosing;
  const [{ typed, wrong, outcome }, send] = useActionState(deed, first);
  const place = quarter === null ? "limits" : "close";
  const fields = quarter === null ? PROPOSAL_FIELDS : (["reason"] as const);
  const ask = (name: ProposalField) => ({
    ...{ id: `${place}-${name}`, name, label: texts[`label-${name}`] ?? "" },
    ...{ hint: texts[`hint-${name}`], defaultValue: typed[name] },
    error: wrong.includes(name) ? texts[`wrong-${name}`] : undefined,
  });
  return (
    <form action={send}>
      <ErrorSummary
        errors={wrong.map((name) => ({
          id: `${place}-${name}`,
          text: texts[`wrong-${name}`] ?? "",
        }))}
      />
      {outcome === null ? null : <Note live>{texts[outcome]}</Note>}
      {quarter === null ? null : <input type="hidden" name="quarter" value={quarter} />}
      {fields.map((name) =>
        name === "reason" ? (
          <TextField key={name} {...ask(name)} maxLength={LONGEST_REASON} />
        ) : (
          <Field key={name} {...ask(name)} inputMode="numeric" autoComplete="off" />
        ),
      )}
      <Acts>
        <Button>{texts["send"]}</Button>
      </Acts>
    </form>
  );
}
