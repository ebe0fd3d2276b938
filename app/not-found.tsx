import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Acts, ButtonLink } from "@/components/ui/button";
import { Top } from "@/components/ui/top";

export default function NotFound() {
  const t = useTranslations("errors.notFound");
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
