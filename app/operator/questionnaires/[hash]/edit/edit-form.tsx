"use client";

import { useActionState } from "react";
import { saveTexts } from "@/app/operator/questionnaires/[hash]/edit/actions";
import type { EditReply } from "@/app/operator/questionnaires/reply";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, TextField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";

type Text = {
  readonly path: string;
  readonly label: string;
  /** The same in the document's first language, for whoever translates. */
  readonly hint: string;
  readonly value: string;
};

type Group = {
  readonly name: string;
  readonly context: string;
  readonly texts: readonly Text[];
};

type EditFormProps = {
  readonly hash: string;
  readonly language: string;
  /** The newest version when the page was opened. */
  readonly seen: string;
  readonly groups: readonly Group[];
  readonly words: { readonly save: string; readonly refused: string };
};

/** Longer texts get several lines. */
const ONE_LINE = 70;

function Words({ text, reply }: { readonly text: Text; readonly reply: EditReply }) {
  const { path, label, hint, value } = text;
  const error = reply.problems.find(({ id }) => id === path)?.text;
  const asked = { id: path, name: path, label, hint, error };
  const typed = reply.typed[path] ?? value;
  return value.length > ONE_LINE ? (
    <TextField {...asked} defaultValue={typed} />
  ) : (
    <Field {...asked} defaultValue={typed} autoComplete="off" />
  );
}

/** Every text of a version in one language. What is refused keeps all that was typed. */
export function EditForm({ hash, language, seen, groups, words }: EditFormProps) {
  const [reply, act] = useActionState(saveTexts, { seen, problems: [], typed: {} });
  return (
    <form action={act}>
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="seen" value={reply.seen} />
      <ErrorSummary errors={reply.problems} title={words.refused} />
      {groups.map(({ name, context, texts }) => (
        <Section key={name} name={name} context={context}>
          <div>
            {texts.map((text) => (
              <Words key={text.path} text={text} reply={reply} />
            ))}
          </div>
          <Acts>
            <Button>{words.save}</Button>
          </Acts>
        </Section>
      ))}
    </form>
  );
}
