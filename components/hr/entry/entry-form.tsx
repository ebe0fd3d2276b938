"use client";

import { useActionState } from "react";
import type { EntryField, EntryState, EntryTexts } from "@/components/hr/entry/entry-state";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Facts } from "@/components/ui/facts";
import { Field, SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

type EntryFormProps = {
  readonly save: (before: EntryState, form: FormData) => Promise<EntryState>;
  readonly start: EntryState;
  readonly fields: readonly EntryField[];
  readonly texts: EntryTexts;
};

/**
 * A form for an explanation or an action. Refused, it keeps every word; signed by somebody else meanwhile, it shows
 * what stands there now beside one's own. Works before the script does.
 */
export function EntryForm({ save, start, fields, texts }: EntryFormProps) {
  const [state, send] = useActionState(save, start);
  return (
    <form action={send} noValidate>
      <ErrorSummary errors={state.errors} />
      {state.meanwhile === undefined ? null : (
        <Note live>
          <p>{state.meanwhile.text}</p>
          <div className="mt-3">
            <Facts facts={state.meanwhile.facts} />
          </div>
        </Note>
      )}
      <input type="hidden" name="id" value={state.id} />
      <input type="hidden" name="unit" value={state.unit} />
      <input type="hidden" name="version" value={state.version} />
      {/* A new try is a new set of fields: what was written stands in them as their first value. */}
      <div key={state.attempt} className="mt-6">
        {fields.map((field) => (
          <Control key={field.name} field={field} state={state} />
        ))}
      </div>
      <Acts>
        <Button>{state.meanwhile === undefined ? texts.save : texts.saveOver}</Button>
      </Acts>
      <p className="mt-3 small quiet">{texts.signed}</p>
    </form>
  );
}

type ControlProps = { readonly field: EntryField; readonly state: EntryState };

function Control({ field, state }: ControlProps) {
  const { name, label, hint, most } = field;
  const asked = {
    ...{ id: name, name, label, defaultValue: state.values[name] ?? "" },
    error: state.errors.find(({ id }) => id === name)?.text,
    ...(hint === undefined ? {} : { hint }),
    ...(most === undefined ? {} : { maxLength: most }),
  };
  switch (field.control) {
    case "line":
      return <Field {...asked} autoComplete="off" />;
    case "lines":
      return <TextField {...asked} />;
    case "day":
      return <Field {...asked} type="date" />;
    case "choice":
      return (
        <SelectField {...asked}>
          {field.choices?.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
      );
  }
}
