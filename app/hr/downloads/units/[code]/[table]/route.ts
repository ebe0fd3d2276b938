import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedUnit } from "@/app/hr/units/[code]/asked";
import { TABLES, unitSheet } from "@/components/hr/unit/files";
import { localeOf } from "@/lib/i18n/locale";

type Context = { readonly params: Promise<{ readonly code: string; readonly table: string }> };

/** A table of a unit's page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code, table } = await params;
  const known = TABLES.find((one) => one === table);
  return tableFile(request, async (actor) => {
    const asked = known === undefined ? null : await askedUnit(actor, decodeURIComponent(code));
    if (known === undefined || asked === null) return null;
    const say = await getTranslations("hrUnit");
    const words = { say, locale: localeOf(await getLocale()) };
    return unitSheet(known, asked, words, await getTranslations("figures"));
  });
}
