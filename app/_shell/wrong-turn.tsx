import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicFrame } from "@/app/_shell/public-frame";
import { Acts, ButtonLink } from "@/components/ui/button";
import { Top } from "@/components/ui/top";

/** Says why there is nothing to see here, and leads to the beginning. */
export function WrongTurn({
  of,
  visitor,
}: {
  readonly of: "forbidden" | "notFound" | "badAddress";
  readonly visitor?: ReactNode;
}) {
  const t = useTranslations("errors");
  return (
    <PublicFrame visitor={visitor}>
      <Top title={t(`${of}.title`)} why={t(`${of}.why`)}>
        <Acts>
          <ButtonLink href="/">{t(`${of}.link`)}</ButtonLink>
        </Acts>
      </Top>
    </PublicFrame>
  );
}
