import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { chosenKind } from "@/components/hr/kind";
import { overviewSheet, TABLES } from "@/components/hr/overview/sheet";
import { overviewView } from "@/components/hr/overview/view";
import { localeOf } from "@/lib/i18n/locale";
import { dayAt } from "@/lib/quarters/today";
import { asOfMonth } from "@/lib/turnover/as-of";
import { policyFor, summariesOf, unitMonths } from "@/lib/turnover/data";

type Context = { readonly params: Promise<{ readonly table: string }> };

/** A table of the overview, for the kind of unit that its address asks for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { table } = await params;
  const known = TABLES.find((one) => one === table);
  return tableFile(request, async (actor, query) => {
    const units = await unitMonths(actor);
    const asOf = asOfMonth(units, dayAt(new Date()));
    if (known === undefined || asOf === null) return null;
    const kinds = units.map(({ kind }) => kind);
    const kind = chosenKind(query.get("slag") ?? undefined, kinds);
    const policy = await policyFor(actor, asOf);
    const view = overviewView(units, asOf, policy, kind, summariesOf(units, asOf, policy));
    const say = await getTranslations("hrOverview");
    const verdict = await getTranslations("figures.verdict.word");
    return overviewSheet(known, view, { say, locale: localeOf(await getLocale()) }, verdict);
  });
}
