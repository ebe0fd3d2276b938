import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { finish, openNow, unlockNow } from "@/app/operator/texts/actions";
import type { DeskFacts, Stage } from "@/app/operator/texts/facts";
import { useWordingLocale } from "@/components/charts/wording";
import { Acts, BlockedButton, Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import type { Coding } from "@/lib/coding/data";
import { quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

type PassphraseProps = { readonly label: string; readonly hint?: string };

/** In the form's POST and nowhere else; never filled in again. */
export function Passphrase({ label, hint }: PassphraseProps) {
  return (
    <Field
      id="passphrase"
      name="passphrase"
      type="password"
      autoComplete="off"
      autoCapitalize="none"
      required
      label={label}
      {...(hint ? { hint } : {})}
    />
  );
}

/** Custodian 1's half of opening, when custodian 2's is done. */
export function Open({ stage }: { readonly stage: Stage }) {
  const t = useTranslations("redaction.open");
  if (stage !== "ready" && stage !== "peeled") return null;
  const link = (chunks: ReactNode) => <a href="/auditor/texts">{chunks}</a>;
  return (
    <Section name={t("name")} context={t("context")}>
      {stage === "ready" ? <p>{t.rich("second", { link })}</p> : null}
      {stage === "peeled" ? (
        <form action={openNow}>
          <Passphrase label={t("passphrase")} hint={t("hint")} />
          <Acts>
            <Button>{t("button")}</Button>
          </Acts>
        </form>
      ) : null}
      <p className="mt-4">{t("log")}</p>
    </Section>
  );
}

type CodingProps = { readonly coding: Coding; readonly facts: DeskFacts };

/** How many comments are where; of each only that, and nothing about which. */
export function Progress({ coding, facts: { progress } }: CodingProps) {
  const t = useTranslations("redaction.progress");
  const locale = useWordingLocale();
  const states = ["waiting", "coded", "returned", "approved"] as const;
  const context = t("context", { quarter: quarterInWords(coding.quarter, locale) });
  return (
    <Section name={t("name")} context={context}>
      <Facts
        facts={states.map((state) => ({ term: t(state), value: number(progress[state], locale) }))}
      />
    </Section>
  );
}

/** Opens the key for this reader. */
export function Unlock() {
  const t = useTranslations("redaction.unlock");
  return (
    <Section id="read" name={t("name")} context={t("context")}>
      <form action={unlockNow}>
        <Passphrase label={t("passphrase")} hint={t("hint")} />
        <Acts>
          <Button>{t("button")}</Button>
        </Acts>
      </form>
    </Section>
  );
}

/** The end: what is counted, what is destroyed, and that it cannot be undone. */
export function Finish({ ready }: { readonly ready: boolean }) {
  const t = useTranslations("redaction.finish");
  return (
    <Section name={t("name")} context={t("context")}>
      <p>{t("says")}</p>
      {ready ? (
        <form action={finish}>
          <label className="mt-4 flex min-h-11 items-center gap-3">
            <input type="checkbox" name="understood" value="yes" required /> {t("understood")}
          </label>
          <Acts>
            <Button>{t("button")}</Button>
          </Acts>
        </form>
      ) : (
        <BlockedButton id="finish-why" why={t("notYet")}>
          {t("button")}
        </BlockedButton>
      )}
    </Section>
  );
}

/** Codings that are over. */
export function Past({ past }: { readonly past: readonly Coding[] }) {
  const t = useTranslations("redaction.past");
  const locale = useWordingLocale();
  return (
    <Section name={t("name")} context={t("context")}>
      {past.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="bullets">
        {past.map(({ quarter, state, comments }) => (
          <li key={quarter}>
            {t(state === "given-up" ? "givenUp" : "row", {
              quarter: quarterInWords(quarter, locale),
              n: comments,
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
