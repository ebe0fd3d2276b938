import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addressOf } from "@/app/_shell/address";
import { WorkFrame } from "@/app/_shell/work-frame";
import { requireOperator } from "@/lib/auth/require";
import { env } from "@/lib/env";

export default async function OperatorLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireOperator();
  const t = await getTranslations("shell");
  const own = await getTranslations("operator");
  const keys = await getTranslations("keys");
  const questionnaires = await getTranslations("questionnaires");
  const disposal = await getTranslations("disposal");
  const changes = await getTranslations("changes");
  const texts = await getTranslations("redaction");
  const mail = await getTranslations("mail-returns");
  const programme = await getTranslations("operator-programme");
  const letters = await getTranslations("letters.operator");
  return (
    <WorkFrame
      actor={actor}
      home="/operator"
      who={t("operator", { operator: env().SORTI_OPERATOR })}
      label={t("tabs.operator")}
      tabs={[
        { href: "/operator", text: t("tabs.operatorRound") },
        { href: "/operator/keys", text: keys("tab") },
        { href: "/operator/texts", text: texts("tab") },
        { href: "/operator/questionnaires", text: questionnaires("tab") },
        { href: addressOf("/operator/letters"), text: letters("tab") },
        { href: "/operator/mail", text: mail("tab") },
        { href: "/operator/changes", text: changes("tab") },
        { href: "/operator/programme", text: programme("tab") },
        { href: "/operator/log", text: own("log.tab") },
        { href: "/operator/disposal", text: disposal("tab") },
      ]}
    >
      {children}
    </WorkFrame>
  );
}
