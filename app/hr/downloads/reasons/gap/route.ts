import { getLocale, getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedReasons } from "@/app/hr/reasons/asked";
import { stayersByPlace } from "@/app/hr/reasons/stayers";
import { placeGaps } from "@/components/hr/reasons/gap-section";
import { gapSheet } from "@/components/hr/signals/gap";
import { localeOf } from "@/lib/i18n/locale";

/** HME among those who left and those who stay, in the region and its groups. */
export async function GET(request: Request): Promise<Response> {
  return tableFile(request, async (actor, query) => {
    const found = await askedReasons(Object.fromEntries(query));
    if (found === null || found.view.choice.series !== "leaver") return null;
    const [reasons, say] = [await getTranslations("hrReasons"), await getTranslations("signals")];
    const locale = localeOf(await getLocale());
    const words = { say: reasons, locale, region: found.round.region };
    const lines = placeGaps(found.view, await stayersByPlace(actor, found.round), words);
    return gapSheet(say("reasons.file"), lines, {
      say: await getTranslations("signals.gap"),
      figures: await getTranslations("figures"),
      first: say("gap.column.group"),
    });
  });
}
