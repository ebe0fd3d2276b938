import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedUnit } from "@/app/hr/units/[code]/asked";
import { gapLines, gapSheet } from "@/components/hr/signals/gap";

type Context = { readonly params: Promise<{ readonly code: string }> };

/** HME among a unit's leavers, or the smallest group they are pictured in, beside those who stay. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  return tableFile(request, async (actor) => {
    const asked = await askedUnit(actor, decodeURIComponent(code));
    if (!asked?.signals.leavers) return null;
    const { leavers, stayers } = asked.signals;
    const say = await getTranslations("signals.gap");
    const words = { say, figures: await getTranslations("figures"), first: say("column.part") };
    const title = say("file", { name: asked.view.summary.name });
    return gapSheet(title, gapLines(leavers, stayers, say), words);
  });
}
