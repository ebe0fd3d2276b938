import { RollOut } from "@/components/charts/roll-out";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { ReportSection } from "@/components/reports/report-section";
import { Picture } from "@/components/ui/picture";
import { Table } from "@/components/ui/table";
import type { Quarter } from "@/lib/quarters/quarter";
import { capital, kindWord, together } from "@/lib/reports/sentences/words";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { quarterInWords } from "@/lib/wording/date";

const COLUMNS = {
  units: "units",
  taking: "taking-part",
  leavers: "leavers",
  planned: "planned-answers",
  own: "own-result",
  one: "own-result-1-year",
  three: "own-result-3-years",
  five: "own-result-5-years",
} as const;

const sum = ({ programme }: ReportSnapshot, key: "units" | "takingPart" | "own") =>
  programme.reduce((total, step) => total + step[key], 0);

/** How many take part and have a result; and that fewer will, where that is decided. */
function title({ snapshot, words, t }: View): string {
  const [units, taking] = [sum(snapshot, "units"), sum(snapshot, "takingPart")];
  const now = t(taking === units ? "third.titleAll" : "third.title", {
    ...{ taking, units },
    own: sum(snapshot, "own"),
  });
  const fewer = (snapshot.coming ?? []).find((step) => step.units < taking);
  if (fewer === undefined) return now;
  const quarter = quarterInWords(fewer.from as Quarter, words.locale);
  return t("third.fewer", { now, quarter, units: fewer.units });
}

/** What is decided on who joins next or leaves, or that nothing is. */
function comingSentence({ snapshot, words, t }: View): string {
  const { coming = [], programme } = snapshot;
  if (coming.length === 0) {
    const allIn = programme.every(({ units, takingPart }) => takingPart === units);
    return allIn ? "" : t("third.comingNone");
  }
  const said = coming.map(({ from, scope, units }, i) => {
    const before = coming[i - 1]?.units ?? sum(snapshot, "takingPart");
    return t(units < before ? "third.comingFewer" : "third.coming", {
      quarter: quarterInWords(from as Quarter, words.locale),
      scope: t(`third.scope.${scope}`),
      ...{ units, before },
    });
  });
  return together(...said);
}

/** The motion's third demand: how far it is to all units. */
export function ThirdDemand({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { programme } = snapshot;
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return (
    <ReportSection
      id="all-units"
      label={t("third.label")}
      title={title(view)}
      quote={t("third.quote")}
      intro={together(t("third.intro"), comingSentence(view))}
    >
      <div>
        <Table
          caption={t("third.table")}
          width="xl"
          columns={[
            { key: "kind", head: t("third.kind") },
            ...keys.map((key) => ({
              key,
              head: <Wrapped>{t(`third.${key}`)}</Wrapped>,
              number: true,
            })),
          ]}
          rows={programme.map(({ kind }) => ({
            key: kind,
            head: (
              <Traced view={view} id={`programme/kind:${kind}`}>
                {capital(kindWord(kind, 2, words))}
              </Traced>
            ),
            cells: Object.fromEntries(
              keys.map((key) => [
                key,
                <Value key={key} view={view} id={`programme/kind:${kind}/${COLUMNS[key]}`} />,
              ]),
            ),
          }))}
        />
        <p className="small quiet mt-2">{t("third.note")}</p>
      </div>
      <Plan view={view} />
    </ReportSection>
  );
}

const HEADS = { taking: "planTaking", ownTaking: "planOwnTaking", own: "planOwn" } as const;

/** What is decided, five years ahead: a drawing and its table. */
function Plan({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const points = snapshot.rollOut ?? [];
  if (points.length === 0) return null;
  const title = t("third.plan");
  const drawn = points.map(({ quarter, units, own, ownTaking = own }) => {
    return { quarter, decided: units, covered: units, own: ownTaking };
  });
  const columns = {
    taking: "plan-taking-part",
    ...(points.some(({ ownTaking }) => ownTaking !== undefined)
      ? { ownTaking: "plan-taking-part-own-result" }
      : {}),
    own: "plan-own-result",
  };
  return (
    <Picture
      title={title}
      caption={t("third.planNote", { k: snapshot.promise.atom })}
      table={
        <Table
          caption={t("third.planTable")}
          columns={[
            { key: "quarter", head: t("second.quarter") },
            ...Object.keys(columns).map((key) => ({
              key,
              head: <Wrapped>{t(`third.${HEADS[key as keyof typeof HEADS]}`)}</Wrapped>,
              number: true,
            })),
          ]}
          rows={points.map(({ quarter }) => ({
            key: quarter,
            head: (
              <Traced view={view} id={`programme/${quarter}`}>
                {quarterInWords(quarter as Quarter, words.locale)}
              </Traced>
            ),
            cells: Object.fromEntries(
              Object.entries(columns).map(([key, item]) => [
                key,
                <Value key={key} view={view} id={`programme/${quarter}/${item}`} />,
              ]),
            ),
          }))}
        />
      }
    >
      <RollOut title={title} points={drawn} />
    </Picture>
  );
}
