"use client";

import { useActionState } from "react";
import { importFile } from "@/app/operator/questionnaires/actions";
import { type ImportReply, MAX_FILE } from "@/app/operator/questionnaires/reply";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

type Words = Readonly<Record<"label" | "hint" | "button" | "tooLarge" | "refused", string>>;

/** A file that would be cut off on its way is refused here, with the same words. */
async function attempt(last: ImportReply, form: FormData, tooLarge: string): Promise<ImportReply> {
  const file = form.get("file");
  const large = file instanceof File && file.size > MAX_FILE;
  return large ? { fileName: file.name, problems: [tooLarge] } : importFile(last, form);
}

/** Which file. What is wrong with it stands above, every problem at once. */
export function ImportForm({ words }: { readonly words: Words }) {
  const nothing: ImportReply = { fileName: "", problems: [] };
  const [reply, act] = useActionState(
    (last: ImportReply, form: FormData) => attempt(last, form, words.tooLarge),
    nothing,
  );
  const { fileName, problems } = reply;
  const errors = problems.map((text) => ({ id: "file", text }));
  return (
    <form action={act}>
      <ErrorSummary
        errors={errors}
        {...(fileName ? { title: `${fileName}. ${words.refused}` } : {})}
      />
      <Field
        id="file"
        name="file"
        type="file"
        accept=".json,application/json"
        label={words.label}
        hint={words.hint}
        required
      />
      <Acts>
        <Button>{words.button}</Button>
      </Acts>
    </form>
  );
}
