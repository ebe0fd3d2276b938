"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type LogOutcome, OutcomeWords } from "@/components/transparency/log-outcome";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { isLogFile, type LogFile } from "@/lib/transparency/log-file";
import { findRemembered, verifyLog } from "@/lib/transparency/verify";

/** A checksum, with or without the spaces it may be printed with. */
const HASH = /^[0-9a-f]{64}$/i;

/** So seldom does the count on the page change, and so often may the page do something else. */
const STEP = 25;

async function download(source: string): Promise<LogFile | null> {
  const reply = await fetch(source, { cache: "no-store", credentials: "omit" }).catch(() => null);
  const value: unknown = reply?.ok ? await reply.json().catch(() => null) : null;
  return isLogFile(value) ? value : null;
}

type Say = (outcome: LogOutcome) => void;

/** Downloads and checks; what it says on the way goes to `say`. */
async function check(source: string, remembered: string, say: Say): Promise<void> {
  say({ kind: "loading" });
  const file = await download(source);
  if (file === null) return say({ kind: "unreadable" });
  if (!file.custodianKeys) return say({ kind: "keyless" });
  const verdict = await verifyLog(file, {
    keys: file.custodianKeys,
    onProgress: async (done, total) => {
      if (done % STEP !== 0) return;
      say({ kind: "counting", done, total });
      await new Promise((resolve) => setTimeout(resolve));
    },
  });
  const found = remembered ? { remembered: findRemembered(file.entries, remembered) } : {};
  say({ kind: "done", verdict, keys: file.custodianKeys, ...found });
}

/** Checks the public log in the reader's own browser: nothing is taken on the server's word. */
export function LogCheck({ source }: { readonly source: string }) {
  const t = useTranslations("logCheck");
  const [outcome, setOutcome] = useState<LogOutcome | null>(null);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("remembered") ?? "");
    const remembered = typed.replaceAll(/\s/g, "");
    const malformed = remembered !== "" && !HASH.test(remembered);
    setWrong(malformed);
    setOutcome(null);
    if (!malformed) void check(source, remembered, setOutcome);
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <Field
        id="remembered"
        name="remembered"
        autoComplete="off"
        spellCheck={false}
        label={t("label")}
        hint={t("hint")}
        error={wrong ? t("malformed") : undefined}
      />
      <Acts>
        <Button>{t("button")}</Button>
      </Acts>
      <div role="status" className="mt-6">
        {outcome ? <OutcomeWords outcome={outcome} /> : null}
      </div>
    </form>
  );
}
