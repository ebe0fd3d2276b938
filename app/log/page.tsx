import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogCheckHere } from "@/app/_shell/log-check-here";
import { PublicFrame } from "@/app/_shell/public-frame";
import { WholeLog } from "@/components/operator/whole-log";
import { readLog } from "@/lib/transparency/data";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("log");
  return { title: t("caption") };
}

/** The public log, for anybody. */
export default async function LogPage() {
  return (
    <PublicFrame>
      <WholeLog entries={await readLog()} check={<LogCheckHere />} />
    </PublicFrame>
  );
}
