import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LogCheckHere } from "@/app/_shell/log-check-here";
import { WholeLog } from "@/components/operator/whole-log";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { readLog } from "@/lib/transparency/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("log");
  return { title: t("caption") };
}

export default async function OperatorLogPage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/log");
  return <WholeLog entries={await readLog()} check={<LogCheckHere />} />;
}
