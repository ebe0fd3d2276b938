import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { chosenKind } from "@/components/hr/kind";
import { funnelSheet } from "@/components/hr/overview/sheet";
import { overviewView } from "@/components/hr/overview/view";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, unitMonths } from "@/lib/turnover/data";

/** Departures against what corresponding units would have had. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const units = await unitMonths(actor);
    const asOf = asOfMonth(units, dayAt(new Date()));
    if (asOf === null) return null;
    const kinds = units.map(({ kind }) => kind);
    const kind = chosenKind(query.get("slag") ?? undefined, kinds);
    const view = overviewView(units, asOf, await policyFor(actor, asOf), kind);
    const say = await getTranslations("hrOverview");
    return funnelSheet(view, say, await getTranslations("figures.verdict.word"));
  });
}
