import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/app/_shell/public-frame";
import { goForward } from "@/app/demo/actions";
import { KeepFresh } from "@/app/operator/keep-fresh";
import { TimePage } from "@/components/demo/time-page";
import { journey, nextStop } from "@/lib/cli/journey";
import { dayAt } from "@/lib/quarters/today";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("demo");
  return { title: t("page") };
}

export default async function DemoPage() {
  const at = journey();
  if (at === null) notFound();
  const facts = { ...at, today: dayAt(new Date()), next: await nextStop() };
  return (
    <PublicFrame>
      {at.state === "moving" ? <KeepFresh seconds={1} /> : null}
      <TimePage {...facts} deed={goForward} />
    </PublicFrame>
  );
}
