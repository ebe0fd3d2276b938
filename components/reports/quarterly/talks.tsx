import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { Finding } from "@/components/ui/finding";
import { Table } from "@/components/ui/table";
import { share } from "@/lib/reports/sentences/words";
import { FEWEST_UNDER_RULE, shareOffered, TALK_ITEMS, TALK_SHARE } from "@/lib/reports/talks-part";
import { dayInWords } from "@/lib/wording/date";

const PLACE = "participation/exit-talks";

const COLUMNS = {
  leavers: TALK_ITEMS.leavers,
  everOffered: TALK_ITEMS.everOffered,
  share: TALK_SHARE,
  held: TALK_ITEMS.held,
  wished: TALK_ITEMS.wished,
  declined: TALK_ITEMS.declined,
  offered: TALK_ITEMS.offered,
} as const;

/** How far the region's rule on exit talks was kept in the year, and what became of the offers. */
export function Talks({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { talks } = snapshot;
  if (talks === undefined) return null;
  const day = (of: string) => dayInWords(of, words.locale);
  const span = { from: day(talks.from), to: day(talks.to) };
  return (
    <div>
      <h3 className="mb-4">{t("talks.title")}</h3>
      {talks.people === null ? (
        <p>
          {t(talks.missing === "nobody-invited" ? "talks.none" : "talks.tooFew", {
            ...span,
            fewest: FEWEST_UNDER_RULE,
          })}
        </p>
      ) : (
        <>
          <Finding>
            {t("talks.says", {
              ...talks.people,
              share: share(shareOffered(talks.people), words),
            })}
          </Finding>
          <TalkTable view={view} />
        </>
      )}
      <p className="small quiet mt-2">{t("talks.note", span)}</p>
    </div>
  );
}

function TalkTable({ view }: { readonly view: View }) {
  const { snapshot, t } = view;
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return (
    <Table
      caption={t("talks.table")}
      width="l"
      columns={[
        { key: "region", head: t("talks.region") },
        ...keys.map((key) => ({
          key,
          head: <Wrapped>{t(`talks.${key}`)}</Wrapped>,
          number: true,
        })),
      ]}
      rows={[
        {
          key: "region",
          head: (
            <Traced view={view} id={PLACE}>
              {snapshot.region}
            </Traced>
          ),
          cells: Object.fromEntries(
            keys.map((key) => [
              key,
              <Value key={key} view={view} id={`${PLACE}/${COLUMNS[key]}`} />,
            ]),
          ),
        },
      ]}
    />
  );
}
