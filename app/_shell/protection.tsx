import { useTranslations } from "next-intl";
import { addressOf } from "@/app/_shell/address";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";

/** The promise, and always beside it what it does not cover. */
export function Protection() {
  const t = useTranslations("start.protection");
  return (
    <Section name={t("name")} context={t("context")}>
      <Finding>{t("says")}</Finding>
      <ul className="bullets max-w-measure">
        <li>{t("credential")}</li>
        <li>{t("sealed")}</li>
        <li>{t("mixed")}</li>
      </ul>
      <h3>{t("limits")}</h3>
      <ul className="bullets max-w-measure">
        <li>{t("screen")}</li>
        <li>{t("telling")}</li>
        <li>{t("custodians")}</li>
        <li>{t("participation")}</li>
      </ul>
      <p>
        <a href={addressOf("/security")}>{t("more")}</a>
      </p>
    </Section>
  );
}
