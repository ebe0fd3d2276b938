import { useTranslations } from "next-intl";
import { FiledTable } from "@/components/hr/filed-table";
import { Term } from "@/components/hr/term";
import { unitFile } from "@/components/hr/unit/files";
import type { UnitView } from "@/components/hr/unit/view";
import { Section } from "@/components/ui/section";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { definitionOf } from "@/lib/turnover/definition";
import { type Locale, number } from "@/lib/wording/number";

type KindsProps = { readonly view: UnitView; readonly locale: Locale };

/** How they left, year by year, and what of it counts as turnover. */
export function KindsSection({ view, locale }: KindsProps) {
  const t = useTranslations("hrUnit.kinds");
  const { years, definition } = view.summary;
  const counted = definitionOf(definition).counted;
  const shown = DEPARTURE_KINDS.filter((kind) => years.some((year) => year.kinds[kind] > 0));
  return (
    <Section name={t("name")} context={t("context")}>
      {shown.length === 0 ? (
        <p>{t(years.length === 0 ? "noYears" : "nobody")}</p>
      ) : (
        <FiledTable
          file={unitFile(view.summary.code, "kinds")}
          caption={t("table")}
          captionHidden
          width="m"
          columns={[
            { key: "kind", head: t("kind") },
            ...years.map(({ year }) => ({ key: `${year}`, head: `${year}`, number: true })),
            { key: "counted", head: <Term of="departures">{t("counted")}</Term> },
          ]}
          rows={shown.map((kind) => ({
            key: kind,
            head: t(`words.${kind}`),
            cells: {
              ...Object.fromEntries(
                years.map(({ year, kinds }) => [`${year}`, number(kinds[kind], locale)]),
              ),
              counted: t(`is.${counted[kind]}`),
            },
          }))}
        />
      )}
    </Section>
  );
}
