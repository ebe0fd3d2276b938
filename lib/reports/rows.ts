import { plain, type Row, row, type UnitOfMeasure } from "@/lib/reports/row";
import { takenPart } from "@/lib/reports/sentences/certain";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { surveyRows } from "@/lib/reports/survey-rows";
import { talkRows } from "@/lib/reports/talks-part";
import { turnoverRows } from "@/lib/reports/turnover-rows";

/** Every figure of a report, once: the page, the CSV file and the JSON file all take theirs from here. */
export function rows(snapshot: ReportSnapshot): readonly Row[] {
  return [
    ...turnoverRows(snapshot),
    ...surveyRows(snapshot),
    ...yearRows(snapshot),
    ...participationRows(snapshot),
    ...talkRows(snapshot.talks, snapshot.region),
    ...programmeRows(snapshot),
    ...rollOutRows(snapshot),
  ];
}

/** The rows by id. */
export function rowsById(snapshot: ReportSnapshot): ReadonlyMap<string, Row> {
  return new Map(rows(snapshot).map((one) => [one.id, one]));
}

/** The year's sums, as the first screen tells them. */
function yearRows(snapshot: ReportSnapshot): readonly Row[] {
  const taken = takenPart(snapshot);
  if (taken === null) return [];
  const { from, to } = snapshot.survey;
  const name = snapshot.region;
  const place = { section: "participation", of: "year", name, series: "" } as const;
  const at = { ...place, period: `${from}/${to}` };
  const { leavers, received, share } = taken;
  return [
    row(at, { item: "leavers", figure: plain(leavers, "people"), unit: "people" }),
    row(at, { item: "received", figure: plain(received, "answers"), unit: "answers" }),
    ...(share === null
      ? []
      : [row(at, { item: "share-answered", figure: plain(share, "percent"), unit: "percent" })]),
  ];
}

function participationRows({ participation, region }: ReportSnapshot): readonly Row[] {
  return participation.flatMap(({ quarter, leavers, received }) => {
    const place = {
      section: "participation",
      of: quarter,
      name: region,
      series: "",
      period: quarter,
    } as const;
    return [
      row(place, { item: "leavers", figure: plain(leavers, "people"), unit: "people" }),
      row(place, { item: "received", figure: received, unit: "answers" }),
    ];
  });
}

function programmeRows({ programme, quarter }: ReportSnapshot): readonly Row[] {
  return programme.flatMap((step) => {
    const place = {
      section: "programme",
      of: `kind:${step.kind}`,
      name: step.kind,
      series: "",
      period: quarter,
    } as const;
    const count = (item: string, n: number, unit: UnitOfMeasure) =>
      row(place, { item, figure: plain(n, unit), unit });
    return [
      count("units", step.units, "units"),
      count("taking-part", step.takingPart, "units"),
      count("leavers", step.leavers, "people"),
      count("planned-answers", step.planned, "answers"),
      count("own-result", step.own, "units"),
      count("own-result-1-year", step.within.one, "units"),
      count("own-result-3-years", step.within.three, "units"),
      count("own-result-5-years", step.within.five, "units"),
    ];
  });
}

function rollOutRows({ rollOut = [], region }: ReportSnapshot): readonly Row[] {
  return rollOut.flatMap(({ quarter, units, own, ownTaking }) => {
    const place = { section: "programme", of: quarter, name: region, series: "" } as const;
    const count = (item: string, n: number) =>
      row({ ...place, period: quarter }, { item, figure: plain(n, "units"), unit: "units" });
    return [
      count("plan-taking-part", units),
      ...(ownTaking === undefined ? [] : [count("plan-taking-part-own-result", ownTaking)]),
      count("plan-own-result", own),
    ];
  });
}
