import { useTranslations } from "next-intl";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import { isTimeForKeys, type RoundAhead, readyAhead } from "@/lib/ceremony/ahead";

/** On the operator's page, when keys are running out: by then a ceremony has to be called. */
export function KeyWarning({ ahead }: { readonly ahead: readonly RoundAhead[] }) {
  const t = useTranslations("keys");
  if (!isTimeForKeys(ahead)) return null;
  return (
    <Section name={t("title")} context={t("ahead.context")}>
      <Finding>{t("warning.says", { n: readyAhead(ahead) })}</Finding>
      <p>
        <a href="/operator/keys">{t("warning.link")}</a>
      </p>
    </Section>
  );
}
