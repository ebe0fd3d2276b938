import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addressOf } from "@/app/_shell/address";
import { WorkFrame } from "@/app/_shell/work-frame";
import { requireAuditor } from "@/lib/auth/require";
import { env } from "@/lib/env";

export default async function AuditorLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireAuditor();
  const t = await getTranslations("shell");
  const changes = await getTranslations("changes");
  const texts = await getTranslations("redaction");
  const keys = await getTranslations("keys");
  const ceremony = await getTranslations("ceremony");
  const rules = await getTranslations("auditor-rules");
  const disposal = await getTranslations("disposal");
  const attacks = await getTranslations("auditor-attacks");
  const accounts = await getTranslations("auditor-accounts");
  return (
    <WorkFrame
      actor={actor}
      home="/auditor"
      who={t("auditor", { region: env().SORTI_REGION })}
      label={t("tabs.auditor")}
      tabs={[
        { href: "/auditor", text: t("tabs.auditorAccesses") },
        { href: addressOf("/auditor/imports"), text: t("tabs.auditorImports") },
        { href: addressOf("/auditor/keys"), text: keys("tab") },
        { href: addressOf("/auditor/ceremony"), text: ceremony("tab") },
        { href: addressOf("/auditor/changes"), text: changes("tab") },
        { href: "/auditor/rules", text: rules("tab") },
        { href: addressOf("/auditor/attacks"), text: attacks("tab") },
        { href: "/auditor/accounts", text: accounts("tab") },
        { href: "/auditor/disposal", text: disposal("tab") },
        { href: addressOf("/auditor/texts"), text: texts("tab") },
      ]}
    >
      {children}
    </WorkFrame>
  );
}
