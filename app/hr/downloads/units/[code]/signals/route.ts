import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { askedUnit } from "@/app/hr/units/[code]/asked";
import { signalSheet } from "@/components/hr/signals/sheet";

type Context = { readonly params: Promise<{ readonly code: string }> };

/** One signal of a unit, period by period. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  return tableFile(request, async (actor, query) => {
    const asked = await askedUnit(actor, decodeURIComponent(code));
    const found = asked?.signals.series.find(({ signal }) => signal === query.get("signal"));
    if (!asked || found === undefined) return null;
    return signalSheet(asked.view.summary.name, found, await getTranslations("signals"));
  });
}
