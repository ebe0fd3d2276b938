import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DraftReport } from "@/app/_shell/draft-report";
import { Top } from "@/components/ui/top";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { OtherPartyAway } from "@/lib/parties/away";
import { draftOf } from "@/lib/publishing/data";
import { isQuarter } from "@/lib/quarters/quarter";

type Props = { readonly params: Promise<{ readonly quarter: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publication.preview");
  return { title: t("page"), robots: { index: false } };
}

/** A quarter's report as it would be if the operator published it now. */
export default async function DraftPage({ params }: Props) {
  const actor = await requireOperator();
  const { quarter } = await params;
  if (!isQuarter(quarter)) notFound();
  await recordAccess(actor, `/operator/draft/${quarter}`);
  const t = await getTranslations("publication.preview");
  const back = { href: `/operator?quarter=${quarter}#publish`, text: t("backToRound") };
  const draft = await draftOf(actor, quarter).catch((cause: unknown) => {
    if (cause instanceof OtherPartyAway) return "away" as const;
    throw cause;
  });
  if (draft === null) notFound();
  if (draft === "away") return <Top title={t("away")} why={t("awayWhy")} back={back} />;
  return <DraftReport draft={draft} back={back} />;
}
