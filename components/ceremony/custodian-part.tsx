import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FetchFile, HandInForm } from "@/components/ceremony/hand-over";
import { useWordingLocale } from "@/components/charts/wording";
import { Fingerprint } from "@/components/operator/key-card";
import { Section } from "@/components/ui/section";
import type { Quarter } from "@/lib/quarters/quarter";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

type Task = { readonly quarter: Quarter; readonly state: "waits" | "handed-in" };

export type CustodianPartView = {
  readonly keysUntil: Quarter | null;
  readonly terms: Task | null;
  readonly answers: (Task & { readonly checksum: string | null }) | null;
  readonly texts: Task | null;
  readonly destroy: readonly Quarter[];
};

type PartProps = {
  readonly name: string;
  readonly task: Task;
  readonly what: "terms" | "answers" | "texts";
  readonly children?: ReactNode;
};

/** One task: where it stands, which file to fetch, and which command to run with it. */
function Part({ name, task, what, children }: PartProps) {
  const t = useTranslations("ceremony");
  const { quarter, state } = task;
  const words = { quarter: quarterInWords(quarter, useWordingLocale()) };
  const file = { terms: "terms", answers: "to-open", texts: "texts-to-open" }[what];
  return (
    <Section id={what} name={name} context={t(`context.${what}`)}>
      <p>{t(state === "waits" ? `waits.${what}` : `handed.${what}`, words)}</p>
      {children}
      <FetchFile what={what} quarter={quarter} seat={2} />
      <p>
        {t("run")} <Fingerprint>{`sorti custodian ${quarter}.${file}`}</Fingerprint>
      </p>
    </Section>
  );
}

/** Custodian 2's part of the ceremony, in the order of a quarter. */
export function CustodianPart({ view }: { readonly view: CustodianPartView }) {
  const t = useTranslations("ceremony");
  const locale = useWordingLocale();
  const { keysUntil, terms, answers, texts, destroy } = view;
  const quarters = destroy.map((quarter) => quarterInWords(quarter, locale));
  return (
    <>
      <Section id="keys" name={t("name.keys")} context={t("context.keys")}>
        <p>
          {keysUntil === null
            ? t("keys.none")
            : t("keys.until", { quarter: quarterInWords(keysUntil, locale) })}
        </p>
        <p>
          {t("run")} <Fingerprint>sorti custodian</Fingerprint>
        </p>
      </Section>
      {terms ? <Part name={t("name.terms")} task={terms} what="terms" /> : null}
      {answers ? (
        <Part name={t("name.answers")} task={answers} what="answers">
          {answers.checksum === null ? null : (
            <p>
              {t("checksum")} <Fingerprint>{answers.checksum}</Fingerprint>
            </p>
          )}
        </Part>
      ) : null}
      {texts ? <Part name={t("name.texts")} task={texts} what="texts" /> : null}
      {destroy.length > 0 ? (
        <Section id="destroy" name={t("name.destroy")} context={t("context.destroy")}>
          <p>{t("destroy", { quarters: listInWords(quarters, locale) })}</p>
          <p>
            <a href="/log/log.json" download>
              {t("fetch.log")}
            </a>
          </p>
          <p>
            {t("run")} <Fingerprint>sorti custodian log.json</Fingerprint>
          </p>
        </Section>
      ) : null}
      <Section id="hand-in" name={t("name.handIn")} context={t("context.handIn")}>
        <HandInForm id="hand-in-file" seat={2} />
      </Section>
    </>
  );
}
