import { useTranslations } from "next-intl";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";

/** What is lost when passphrase and sheet are both lost: said before anybody makes keys. */
export function KeyLoss() {
  const t = useTranslations("keys.loss");
  return (
    <Section id="loss" name={t("name")} context={t("context")}>
      <Finding>{t("says")}</Finding>
      <ul className="bullets max-w-measure">
        <li>{t("answers")}</li>
        <li>{t("waiting")}</li>
        <li>{t("report")}</li>
      </ul>
      <p>{t("one")}</p>
    </Section>
  );
}
