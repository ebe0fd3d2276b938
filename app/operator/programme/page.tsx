import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammePage } from "@/components/operator/programme-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { roundInequalities } from "@/lib/confirmation/inequalities";
import { decisionsIn } from "@/lib/decisions/line";
import { quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";
import { readLog } from "@/lib/transparency/data";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operator-programme");
  return { title: t("tab") };
}

/** What the region has decided about whom to invite: what the public log tells, and the signed manifests; nothing else. */
export default async function OperatorProgrammePage() {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/programme");
  const entries = await readLog();
  const rounds = await allRounds();
  const stopped = new Map(roundInequalities(entries).map((one) => [one.quarter, one.linksOpen]));
  return (
    <ProgrammePage
      told={decisionsIn(entries)}
      quarter={quarterOf(dayAt(new Date()))}
      names={rounds.at(-1)?.manifest.unitNames ?? {}}
      rounds={rounds.toReversed().map(({ quarter, manifest }) => ({
        quarter,
        units: Object.keys(manifest.tree.units).length,
        linksOpen: stopped.get(quarter) ?? null,
      }))}
    />
  );
}
