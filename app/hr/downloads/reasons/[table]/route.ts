import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedReasons } from "@/app/hr/reasons/asked";
import { reasonsSheet, TABLES } from "@/components/hr/reasons/sheet";
import { localeOf } from "@/lib/i18n/locale";

type Context = { readonly params: Promise<{ readonly table: string }> };

/** A table of the page about reasons. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { table } = await params;
  const known = TABLES.find((one) => one === table);
  return tableFile(request, async (_actor, query) => {
    const found = await askedReasons(Object.fromEntries(query));
    if (known === undefined || found === null) return null;
    const say = await getTranslations("hrReasons");
    const figures = await getTranslations("figures");
    const words = { say, locale: localeOf(await getLocale()), region: found.round.region };
    return reasonsSheet(known, found.view, words, figures);
  });
}
