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
  /** What the document's file calls it. */
  readonly code: string;
  /** The same in the language that the page is read in, for whoever translates; else empty. */
  readonly reads: string;
  readonly value: string;
};

type Block = {
  /** The question, in the language that the page is read in; empty around the questions. */
  readonly question: string;
  readonly texts: readonly Text[];
};

type Group = {
  readonly name: string;
  readonly context: string;
  readonly blocks: readonly Block[];
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
  const { path, label, code, reads, value } = text;
  const hint = (
    <>
      {reads ? <span className="block text-m">{reads}</span> : null}
      <span className="fp">{code}</span>
    </>
  );
  const error = reply.problems.find(({ id }) => id === path)?.text;
  const asked = { id: path, name: path, label, hint, error };
  const typed = reply.typed[path] ?? value;
  return value.length > ONE_LINE ? (
    <TextField {...asked} defaultValue={typed} />
  ) : (
    <Field {...asked} defaultValue={typed} autoComplete="off" />
  );
}

/** The texts of one question, under it. */
function Texts({ block, reply }: { readonly block: Block; readonly reply: EditReply }) {
  const { question, texts } = block;
  const fields = texts.map((text) => <Words key={text.path} text={text} reply={reply} />);
  if (question === "") return <div>{fields}</div>;
  return (
    <fieldset>
      <legend className="mb-4 max-w-measure font-serif text-xl">{question}</legend>
      {fields}
    </fieldset>
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
      {groups.map(({ name, context, blocks }) => (
        <Section key={context} name={name} context={context}>
          {blocks.map((block) => (
            <Texts key={block.texts[0]?.path} block={block} reply={reply} />
          ))}
          <Acts>
            <Button>{words.save}</Button>
          </Acts>
        </Section>
      ))}
    </form>
  );
}
