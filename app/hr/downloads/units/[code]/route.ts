import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { yearSheet } from "@/components/hr/unit/sheet";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, unitMonths } from "@/lib/turnover/data";
import { monthOf, shiftMonth } from "@/lib/turnover/month";
import { unitSummary } from "@/lib/turnover/summary";

type Context = { readonly params: Promise<{ readonly code: string }> };

/** A unit's turnover, year by year. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  return tableFile(request, async (actor) => {
    const units = await unitMonths(actor);
    const unit = units.find((each) => each.code === code);
    if (unit === undefined) return null;
    const today = dayAt(new Date());
    const asOf = asOfMonth(units, today) ?? shiftMonth(monthOf(today), -1);
    const summary = unitSummary(unit, units, asOf, await policyFor(actor, asOf));
    return yearSheet(summary, await getTranslations("hrUnit.turnover"));
  });
}
