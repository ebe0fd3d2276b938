import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedProgramme } from "@/app/hr/programme/asked";
import { programmeSheet, TABLES } from "@/components/hr/programme/sheet";
import { localeOf } from "@/lib/i18n/locale";

type Context = { readonly params: Promise<{ readonly table: string }> };

/** A table of the page about the programme, for the plan that its address asks for. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { table } = await params;
  const known = TABLES.find((one) => one === table);
  return tableFile(request, async (actor, query) => {
    const view = await askedProgramme(actor, Object.fromEntries(query));
    if (known === undefined || view === null) return null;
    const say = await getTranslations("programme");
    const kinds = await getTranslations("hrOverview");
    return programmeSheet(known, view, { say, locale: localeOf(await getLocale()) }, kinds);
  });
}
