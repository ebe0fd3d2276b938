"use client";

import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { Checks } from "@/components/ui/checks";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import type { RuleField, TypedRule } from "@/lib/policies/decision";
import { LONGEST_REASON } from "@/lib/programme/decision";
import { decidePolicy } from "./actions";

type Choice = { readonly value: string; readonly text: string };

type RuleFormProps = {
  readonly texts: Readonly<Record<string, string>>;
  /** What holds now, and the last decision that the page shows. */
  readonly empty: TypedRule;
  readonly rules: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly quarters: readonly Choice[];
};

/** A new decision on the rule. Works before the script does, and loses nothing that was typed. */
export function RuleForm({ texts, empty, rules, kinds, quarters }: RuleFormProps) {
  const [{ typed, wrong, outcome }, send] = useActionState(decidePolicy, {
    typed: empty,
    wrong: [],
    outcome: null,
  });
  const kept = outcome === "decided" ? empty : typed;
  const ask = (name: RuleField) => ({
    ...{ id: `rule-${name}`, name, label: texts[name] ?? "", defaultValue: kept[name] },
    ...(texts[`${name}Hint`] === undefined ? {} : { hint: texts[`${name}Hint`] }),
    error: wrong.includes(name) ? texts[`wrong-${name}`] : undefined,
  });
  return (
    <form action={send} key={empty.after}>
      <ErrorSummary
        errors={wrong.map((name) => ({ id: `rule-${name}`, text: texts[`wrong-${name}`] ?? "" }))}
      />
      {outcome === null ? null : <Note live>{texts[outcome]}</Note>}
      <input type="hidden" name="after" value={empty.after} />
      <Field {...ask("threshold")} inputMode="decimal" autoComplete="off" />
      <Field {...ask("years")} inputMode="numeric" autoComplete="off" />
      <SelectField {...ask("rule")} key={`rule ${kept.rule}`}>
        {rules.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <Checks {...ask("kinds")} key={`kinds ${kept.kinds}`} options={kinds} />
      <SelectField {...ask("from")} key={`from ${kept.from}`}>
        {[{ value: "", text: texts["choose"] ?? "" }, ...quarters].map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField {...ask("reason")} maxLength={LONGEST_REASON} />
      <Acts>
        <Button>{texts["send"]}</Button>
      </Acts>
    </form>
  );
}
