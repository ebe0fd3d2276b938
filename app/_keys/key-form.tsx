"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import { NewPassphrase } from "@/app/_keys/new-passphrase";
import type { KeyDeed, Reply } from "@/app/_keys/reply";
import { useWordingLocale } from "@/components/charts/wording";
import { RecoverySheet } from "@/components/keys/recovery-sheet";
import { Acts, Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterRuns } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

type Asked = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** secret: typed unseen · code: from the paper, seen · new: twice, with its strength · agree: a box to tick */
  readonly kind: "secret" | "code" | "new" | "agree";
};

type KeyFormProps = {
  readonly custodian: 1 | 2;
  readonly deed: KeyDeed;
  readonly fields: readonly Asked[];
  readonly near: readonly string[];
  readonly button: string;
  readonly line?: boolean;
  /** For what is seldom needed: the words that open the form, and whether it is open at first. */
  readonly fold?: { readonly name: string; readonly open: boolean };
};

/** A form about keys, or what came of it. */
export function KeyForm({ fold, ...form }: KeyFormProps) {
  // What a deed changes on the page must not close what shows its outcome.
  const [open] = useState(fold?.open);
  if (!fold) return <Form {...form} />;
  return (
    <details open={open}>
      <summary>{fold.name}</summary>
      <div className="mt-4">
        <Form {...form} />
      </div>
    </details>
  );
}

type FormProps = Omit<KeyFormProps, "fold">;

/** Secrets are in the form's POST and nowhere else, and are never filled in again. */
function Form({ custodian, deed, fields, near, button, line = false }: FormProps) {
  const t = useTranslations("keys");
  const [reply, act, busy] = useActionState<Reply, FormData>(deed, { state: "asking" });
  const [emptied, setEmptied] = useState(0);
  if (reply.state === "made") return <Made reply={reply} />;
  const sentence =
    reply.state === "problem"
      ? t(
          reply.problem.startsWith("weak.")
            ? `passphrase.${reply.problem}`
            : `problem.${reply.problem}`,
        )
      : "";
  const errors = reply.state === "problem" ? { [reply.field]: sentence } : {};
  const known =
    reply.state === "problem" && fields.some(({ name }) => reply.field.startsWith(name));
  return (
    <form action={act} onReset={() => setEmptied((n) => n + 1)}>
      {reply.state === "problem" ? (
        <ErrorSummary
          title={t("problem.title")}
          errors={[{ id: known ? reply.field : (fields[0]?.name ?? ""), text: sentence }]}
        />
      ) : null}
      {reply.state === "done" ? <Done reply={reply} /> : null}
      <input type="hidden" name="custodian" value={custodian} />
      {fields.map((field) => (
        <Ask key={field.name} field={field} near={near} errors={errors} emptied={emptied} />
      ))}
      <Acts>
        <Button line={line}>{button}</Button>
        <p role="status">{busy ? t("busy") : null}</p>
      </Acts>
    </form>
  );
}

type AskProps = {
  readonly field: Asked;
  readonly near: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  /** How often the form has been emptied. */
  readonly emptied: number;
};

function Ask({ field, ...form }: AskProps): ReactNode {
  const { name, label, hint = "", kind } = field;
  if (kind === "new") return <NewPassphrase name={name} label={label} hint={hint} {...form} />;
  if (kind === "agree") {
    return (
      <p className="ask mt-6">
        <label className="flex min-h-11 items-center gap-3">
          <input id={name} type="checkbox" name="understood" value="yes" required /> {label}
        </label>
      </p>
    );
  }
  return (
    <Field
      id={name}
      name={name}
      type={kind === "code" ? "text" : "password"}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      required
      label={label}
      hint={hint}
      error={form.errors[name]}
    />
  );
}

/** The sheet takes the form's place: with nothing left to send, its code is not sent again. */
function Made({ reply }: { readonly reply: Extract<Reply, { state: "made" }> }) {
  const t = useTranslations("keys.sheet");
  return (
    <div>
      <div className="sheet-notes">
        <Note live>
          <p>{t("once")}</p>
          <p>{t("after")}</p>
        </Note>
        <Acts>
          <button type="button" className="btn" onClick={() => window.print()}>
            {t("print")}
          </button>
        </Acts>
      </div>
      <RecoverySheet {...reply.sheet} />
    </div>
  );
}

function Done({ reply }: { readonly reply: Extract<Reply, { state: "done" }> }) {
  const t = useTranslations("keys.done");
  const locale = useWordingLocale();
  const named = (quarters: readonly Quarter[]) => {
    const words = quarterRuns(quarters, locale);
    return words.length > 0 ? listInWords(words, locale) : t("noQuarters");
  };
  return (
    <div className="mb-6">
      <Note live>
        <p>{t(reply.what, { quarters: named(reply.quarters) })}</p>
        {reply.notOpened.length > 0 ? (
          <p>{t("notOpened", { quarters: named(reply.notOpened) })}</p>
        ) : null}
      </Note>
    </div>
  );
}
