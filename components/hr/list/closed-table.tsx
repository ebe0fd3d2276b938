import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable } from "@/components/hr/filed-table";
import { listFile } from "@/components/hr/list/sheet";
import type { ListView } from "@/components/hr/list/view";
import { UnitLink } from "@/components/hr/unit-link";
import { dayInWords } from "@/lib/wording/date";

/** Units that are no more: when each closed, and into what it went up. */
export function ClosedTable({ view }: { readonly view: ListView }) {
  const t = useTranslations("hrOverview");
  const locale = useWordingLocale();
  return (
    <FiledTable
      file={listFile("closed-units", view)}
      caption={t("units.closedName")}
      captionHidden
      narrow="list"
      columns={["unit", "group", "closed", "into"].map((key) => ({
        key,
        head: t(`columns.${key}`),
      }))}
      rows={view.closed.map(({ code, name, peerGroup, validTo, into }) => ({
        key: code,
        head: <UnitLink code={code} name={name} />,
        cells: {
          group: peerGroup,
          closed: validTo === null ? "" : dayInWords(validTo, locale),
          into: into.map((unit, i) => (
            <span key={unit.code}>
              {i === 0 ? "" : ", "}
              <UnitLink {...unit} />
            </span>
          )),
        },
      }))}
    />
  );
}
