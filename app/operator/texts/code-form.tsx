"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { saveComment } from "@/app/operator/texts/actions";
import type { SaveProblem, SaveReply } from "@/app/operator/texts/reply";
import { useWordingLocale } from "@/components/charts/wording";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { MAX_PARAPHRASE } from "@/lib/redaction/limits";
import { READERS_THEMES } from "@/lib/themes/code-book";

/** The field that a problem is about. */
const FIELD: Readonly<Record<SaveProblem, string>> = {
  "no-theme": "themes",
  "too-many": "themes",
  "nothing-alone": "themes",
  "no-paraphrase": "paraphrase",
  both: "paraphrase",
  "too-long": "paraphrase",
  asleep: "passphrase",
  "wrong-passphrase": "passphrase",
};

type CodeFormProps = {
  readonly id: string;
  readonly seen: string;
  /** What was made of the comment before it was sent back. */
  readonly codes: readonly string[];
  readonly paraphrase: string | null;
  /** Whether there is such work, whose paraphrase may be none. */
  readonly again: boolean;
};

/** The first reader's work: themes, and a paraphrase or none. */
export function CodeForm({ id, seen, codes, paraphrase, again }: CodeFormProps) {
  const t = useTranslations("redaction");
  const begun: SaveReply = {
    ...{ attempt: 0, problems: [], warnings: null, sure: "" },
    ...{ codes, paraphrase: paraphrase ?? "", none: again && paraphrase === null },
  };
  const [reply, act] = useActionState(saveComment, begun);
  const errors = reply.problems.map((problem) => ({
    id: FIELD[problem],
    text: t(`problem.${problem}`, { max: MAX_PARAPHRASE }),
  }));
  return (
    <form action={act} key={reply.attempt}>
      <ErrorSummary title={t("problem.title")} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <Themes chosen={reply.codes} />
      <div className="mt-6">
        <TextField
          id="paraphrase"
          name="paraphrase"
          autoComplete="off"
          label={t("code.paraphrase")}
          hint={t("code.paraphraseHint", { max: MAX_PARAPHRASE })}
          defaultValue={reply.paraphrase}
        />
      </div>
      <Box name="none" text={t("code.none")} checked={reply.none} />
      <Warnings reply={reply} />
      {reply.problems.some((problem) => FIELD[problem] === "passphrase") ? (
        <Field
          id="passphrase"
          name="passphrase"
          type="password"
          autoComplete="off"
          label={t("unlock.passphrase")}
        />
      ) : null}
      <Acts>
        <Button>{t("code.button")}</Button>
      </Acts>
    </form>
  );
}

function Themes({ chosen }: { readonly chosen: readonly string[] }) {
  const t = useTranslations("redaction.code");
  const locale = useWordingLocale();
  return (
    <fieldset id="themes" tabIndex={-1}>
      <legend className="font-semibold">{t("themes")}</legend>
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {READERS_THEMES.map(({ code, name }) => (
          <label key={code} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="theme"
              value={code}
              defaultChecked={chosen.includes(code)}
            />
            {name[locale] ?? code}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type BoxProps = {
  readonly name: string;
  readonly text: string;
  readonly value?: string;
  readonly checked?: boolean;
};

function Box({ name, text, value = "yes", checked = false }: BoxProps) {
  return (
    <label className="mt-2 flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} /> {text}
    </label>
  );
}

/** What to look at once more before it is saved all the same. */
function Warnings({ reply }: { readonly reply: SaveReply }) {
  const t = useTranslations("redaction.code");
  if (!reply.warnings) return null;
  const { identities, repeated } = reply.warnings;
  return (
    <div className="mt-6">
      <Note live>
        <p>
          <b>{t("look")}</b>
        </p>
        {identities.length > 0 ? <p>{t("identities", { list: identities.join(", ") })}</p> : null}
        {repeated ? <p>{t("repeated", { words: repeated })}</p> : null}
      </Note>
      <Box name="sure" value={reply.sure} text={t("sure")} />
    </div>
  );
}
