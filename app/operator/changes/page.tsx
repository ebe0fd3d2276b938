import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProposalForm } from "@/app/operator/changes/proposal-form";
import { OperatorChanges } from "@/components/changes/operator-page";
import { recordAccess } from "@/lib/access/mutations";
import { requireOperator } from "@/lib/auth/require";
import { earlyCloseOf, termsIn } from "@/lib/changes/change";
import { namedChanges } from "@/lib/changes/data";
import { LONGEST_REASON } from "@/lib/changes/proposal";
import {
  LEAST_GRACE_DAYS,
  LEAST_K,
  MOST_GRACE_DAYS,
  MOST_K,
  type Terms,
} from "@/lib/changes/terms";
import { dayAt } from "@/lib/quarters/today";
import { issuingRound } from "@/lib/rounds/data";
import { withdraw } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("title") };
}

const OUTCOMES = ["same", "open", "over", "agreed"];
const HINTS = {
  k: { least: LEAST_K, most: MOST_K },
  c: {},
  graceDays: { least: LEAST_GRACE_DAYS, most: MOST_GRACE_DAYS },
  reason: {},
};

/** A form's own texts: it also runs in the browser, where no catalogue is. */
async function textsOf(form: "limits" | "close"): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("changes");
  const bounds = { leastK: LEAST_K, mostK: MOST_K, longest: LONGEST_REASON };
  const all = { ...bounds, leastGrace: LEAST_GRACE_DAYS, mostGrace: MOST_GRACE_DAYS };
  const fields = Object.entries(HINTS).flatMap(([name, values]) => [
    [`label-${name}`, t(`limits.${name}`)],
    [`hint-${name}`, t(`limits.${name}Hint`, values)],
    [`wrong-${name}`, t(`wrong.${name}`, all)],
  ]);
  const outcomes = OUTCOMES.map((one) => [one, t(`outcome.${one}`)]);
  return Object.fromEntries([...fields, ...outcomes, ["send", t(`${form}.send`)]]);
}

const typedOf = ({ k, c, graceDays }: Terms) => ({
  ...{ k: String(k), c: String(c), graceDays: String(graceDays) },
  reason: "",
});

type Props = { readonly searchParams: Promise<{ readonly outcome?: string | string[] }> };

/** Limits of coming rounds, and an earlier last day of the open one. */
export default async function OperatorChangesPage({ searchParams }: Props) {
  const actor = await requireOperator();
  await recordAccess(actor, "/operator/changes");
  const today = dayAt(new Date());
  const [changes, round, { outcome }] = await Promise.all([
    namedChanges(actor),
    issuingRound(),
    searchParams,
  ]);
  const terms = termsIn(changes);
  const empty = typedOf(terms);
  const quarter = round && today <= round.manifest.issuingStops ? round.quarter : null;
  return (
    <OperatorChanges
      today={today}
      terms={terms}
      changes={changes}
      open={
        round && quarter
          ? {
              quarter,
              issuingStops: round.manifest.issuingStops,
              agreed: earlyCloseOf(changes, quarter) !== null,
            }
          : null
      }
      outcome={typeof outcome === "string" ? outcome : null}
      withdraw={withdraw}
      forms={{
        limits: <ProposalForm texts={await textsOf("limits")} empty={empty} quarter={null} />,
        close: <ProposalForm texts={await textsOf("close")} empty={empty} quarter={quarter} />,
      }}
    />
  );
}
