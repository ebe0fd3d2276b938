import { Files, Masthead } from "@/components/reports/masthead";
import { WithSwedish } from "@/components/reports/quarterly/in-swedish";
import { pdfAddress } from "@/components/reports/quarterly/pdf-address";
import type { View } from "@/components/reports/quarterly/view";
import { Lead } from "@/components/ui/lead";
import type { Quarter } from "@/lib/quarters/quarter";
import { deedPlace } from "@/lib/reports/deed-rows";
import { type LeadKey, leadOf } from "@/lib/reports/sentences/lead";
import { kindWord } from "@/lib/reports/sentences/words";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { dayInWords, quarterMonths } from "@/lib/wording/date";

/** Where a sentence's figures stand further down; what is new has no section of its own. */
const PLACES: Partial<Record<LeadKey, string>> = {
  where: "#units",
  why: "#reasons",
  done: "#actions",
  certain: "#method",
};

/** Where a sentence's figures stand in the open data: the row, or the part of the rows' ids that they have in common. */
const ROWS: Record<LeadKey, (snapshot: ReportSnapshot) => string> = {
  where: () => "turnover/scope",
  changed: () => "turnover/region",
  why: () => "answers/region/leaver",
  done: ({ turnover }) => {
    const unit = turnover.units.find(({ actions }) => actions.length > 0);
    return unit === undefined ? "turnover/scope" : deedPlace(unit.code, "action", 1);
  },
  certain: () => "participation/year",
};

type FiveSentencesProps = {
  readonly view: View;
  readonly publishedOn: string;
  /** The report's own address, for its files. */
  readonly address: string;
  /** `?version=1` for an older one; null for a draft, which has no files. */
  readonly query: string | null;
};

/** The way to a sentence's figures in the open data, where the report has any of them. */
function rowsLink(key: LeadKey, { snapshot, figures, data, t }: View) {
  const place = ROWS[key](snapshot);
  const isThere = [...figures.keys()].some((id) => id.startsWith(`${place}/`));
  if (data === null || !(isThere || key === "done")) return [];
  return [{ href: `${data}#${place}`, text: t("lead.rows"), about: t(`lead.${key}`) }];
}

/** The first screen and the first printed page. */
export function FiveSentences({ view, publishedOn, address, query }: FiveSentencesProps) {
  const { snapshot, words, t } = view;
  const months = quarterMonths(snapshot.quarter as Quarter, words.locale);
  const files = (data: string, query: string) => [
    { href: pdfAddress(address, query, words.locale), text: t("head.pdf") },
    { href: data, text: t("head.rows") },
    ...(["csv", "json"] as const).map((kind) => ({
      href: `${address}/data.${kind}${query}`,
      text: t(`head.${kind}`),
    })),
  ];
  return (
    <Masthead
      kicker={t(query === null ? "head.draftKicker" : "head.kicker", {
        months,
        day: dayInWords(publishedOn, words.locale),
      })}
      title={t("head.title", { units: kindWord(snapshot.turnover.scope, 2, words) })}
    >
      <Lead
        rows={leadOf(snapshot, words).map(({ key, sentence }) => {
          const href = PLACES[key];
          return {
            label: t(`lead.${key}`),
            sentence: <WithSwedish>{sentence}</WithSwedish>,
            links: [
              ...(href === undefined ? [] : [{ href, text: t(`lead.${key}Link`) }]),
              ...rowsLink(key, view),
            ],
          };
        })}
      />
      {view.data === null || query === null ? null : (
        <Files files={files(view.data, query)} licence={t("head.licence")} />
      )}
    </Masthead>
  );
}
