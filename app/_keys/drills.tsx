import { useTranslations } from "next-intl";
import { tryPassphrase, trySheet } from "@/app/_keys/actions";
import type { KeysFacts } from "@/app/_keys/facts";
import { KeyForm } from "@/app/_keys/key-form";
import { useWordingLocale } from "@/components/charts/wording";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { dayInWords } from "@/lib/wording/date";

/** The drill: that the paper works is tried with the paper, before it is needed. */
export function Drills({ facts }: { readonly facts: KeysFacts }) {
  const t = useTranslations("keys");
  const locale = useWordingLocale();
  const { custodian, near, sheetTried, passphraseTried } = facts;
  return (
    <Section id="drill" name={t("drill.name")} context={t("drill.context")}>
      <Finding>
        {sheetTried ? t("drill.last", { day: dayInWords(sheetTried, locale) }) : t("drill.never")}
      </Finding>
      <KeyForm
        custodian={custodian}
        deed={trySheet}
        fields={[
          {
            name: "drill-code",
            kind: "code",
            label: t("drill.code"),
            hint: t("drill.codeHint"),
          },
        ]}
        near={near}
        button={t("drill.button")}
      />
      {passphraseTried ? (
        <p>{t("drill.lastPassphrase", { day: dayInWords(passphraseTried, locale) })}</p>
      ) : null}
      <KeyForm
        custodian={custodian}
        deed={tryPassphrase}
        fields={[{ name: "drill-passphrase", kind: "secret", label: t("passphrase.label") }]}
        near={near}
        button={t("drill.buttonPassphrase")}
        line
      />
    </Section>
  );
}
