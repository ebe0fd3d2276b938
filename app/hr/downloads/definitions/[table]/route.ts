import { getTranslations } from "next-intl/server";
import { tableFile } from "@/app/hr/downloads/table-file";
import { POLICIES } from "@/components/hr/definitions/definitions-page";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { furtherKinds } from "@/lib/invitations/whom-to-invite";
import { policyHistory } from "@/lib/turnover/data";
import { definitions } from "@/lib/turnover/definition";
import { readingOf } from "@/lib/turnover/stored";

type Asked = { readonly params: Promise<{ readonly table: string }> };

/** What a version of the definition counts (its name), or the decisions on the rule (`policies`). */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { table } = await params;
  return tableFile(request, async (actor) => {
    if (table === POLICIES) {
      const t = await getTranslations("definitions.policies");
      const words = await getTranslations("hrUnit.kinds.words");
      const rows = await policyHistory(actor);
      return {
        title: t("name"),
        columns: ["from", "threshold", "years", "rule", "kinds", "reason", "decided"].map(
          (key) => ({
            head: t(key),
            share: key === "threshold",
          }),
        ),
        rows: rows.map((one) => [
          one.fromQuarter,
          one.threshold,
          one.years,
          t(`rule-${readingOf(one.rule)}`),
          furtherKinds(one)
            .map((each) => words(each))
            .join(", "),
          one.reason,
          [one.decidedOn, one.decidedBy].filter(Boolean).join(", "),
        ]),
      };
    }
    const version = definitions().find((one) => one.version === table);
    if (version === undefined) return null;
    const t = await getTranslations("definitions.versions");
    const kind = await getTranslations("hrUnit.kinds");
    return {
      title: t("name", { version: version.version }),
      columns: ["kind", "counted"].map((key) => ({ head: kind(key) })),
      rows: DEPARTURE_KINDS.map((each) => [
        kind(`words.${each}`),
        kind(`is.${version.counted[each]}`),
      ]),
    };
  });
}
