import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Acts, ButtonLink } from "@/components/ui/button";
import { Top } from "@/components/ui/top";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.badAddress");
  return { title: t("title") };
}

/** What the server shows, with status 400, for an address that cannot be read. */
export default function BadAddress() {
  const t = useTranslations("errors.badAddress");
  return (
    <PublicFrame>
      <Top title={t("title")} why={t("why")}>
        <Acts>
          <ButtonLink href="/">{t("link")}</ButtonLink>
        </Acts>
      </Top>
    </PublicFrame>
  );
}
