import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { WorkFrame } from "@/app/_shell/work-frame";
import { requireHr } from "@/lib/auth/require";
import { env } from "@/lib/env";

export default async function HrLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireHr();
  const t = await getTranslations("shell");
  const letters = await getTranslations("letters.hr");
  const reasons = await getTranslations("hrReasons");
  const programme = await getTranslations("programme");
  const publication = await getTranslations("publication.comment");
  return (
    <WorkFrame
      actor={actor}
      home="/hr"
      who={t("hr", { region: env().SORTI_REGION })}
      label={t("tabs.hr")}
      tabs={[
        { href: "/hr", text: t("tabs.hrOverview") },
        { href: "/hr/units", text: t("tabs.hrUnits") },
        { href: "/hr/reasons", text: reasons("tab") },
        { href: "/hr/invitations", text: t("tabs.hrInvitations") },
        { href: "/hr/exit-talks", text: t("tabs.hrExitTalks") },
        { href: "/hr/letters", text: letters("tab") },
        { href: "/hr/programme", text: programme("tab") },
        { href: "/hr/comment", text: publication("tab") },
        { href: "/hr/import", text: t("tabs.hrImports") },
        { href: "/hr/questionnaire", text: t("tabs.hrSurvey") },
      ]}
    >
      {children}
    </WorkFrame>
  );
}
