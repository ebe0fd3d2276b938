import { useTranslations } from "next-intl";
import { makeKeys } from "@/app/_keys/actions";
import type { KeysFacts } from "@/app/_keys/facts";
import { KeyForm } from "@/app/_keys/key-form";
import { useWordingLocale } from "@/components/charts/wording";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { isTimeForKeys } from "@/lib/ceremony/ahead";
import { quarterRuns } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

/** The ceremony: keys for the next four rounds that have none. */
export function Ceremony({ facts }: { readonly facts: KeysFacts }) {
  const t = useTranslations("keys");
  const locale = useWordingLocale();
  const { custodian, toMake, signs, near, ahead } = facts;
  const quarters = quarterRuns(toMake, locale);
  const urgent = isTimeForKeys(ahead);
  const current = {
    name: "create-current",
    kind: "secret",
    label: t("passphrase.current"),
    hint: t("passphrase.currentHint"),
  } as const;
  const fresh = {
    name: "create-new",
    kind: "new",
    label: t("passphrase.new"),
    hint: t("passphrase.newHint"),
  } as const;
  const agree = {
    name: "create-understood",
    kind: "agree",
    label: t("create.understood"),
  } as const;
  return (
    <Section id="create" name={t("create.name")} context={t("create.context")}>
      <Finding>{t("create.for", { quarters: listInWords(quarters, locale) })}</Finding>
      {urgent ? null : <p>{t("create.early")}</p>}
      <KeyForm
        custodian={custodian}
        deed={makeKeys}
        fields={signs ? [current, fresh, agree] : [fresh, agree]}
        near={near}
        button={t("create.button")}
        fold={{ name: t("create.open"), open: urgent }}
      />
    </Section>
  );
}
