import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import { clientMessages } from "@/app/_shell/client-messages";
import { LogCheck } from "@/components/transparency/log-check";
import { Section } from "@/components/ui/section";

/** The check of the public log in the reader's own browser, with the texts that it alone needs there. */
export function LogCheckHere() {
  const t = useTranslations("logCheck");
  const all = useMessages();
  const messages = { ...clientMessages(all), logCheck: all["logCheck"] };
  return (
    <Section name={t("name")} context={t("context")}>
      <p>{t("says")}</p>
      <NextIntlClientProvider messages={messages}>
        <LogCheck source="/log/log.json" />
      </NextIntlClientProvider>
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
      <p>
        <a href="/log/log.json" download>
          {t("download")}
        </a>
      </p>
    </Section>
  );
}
