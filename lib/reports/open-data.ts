import { csvWords } from "@/lib/downloads/words";
import { deedRows } from "@/lib/reports/deed-rows";
import type { Row } from "@/lib/reports/row";
import { rows } from "@/lib/reports/rows";
import type { PublishedReport, ReportSnapshot } from "@/lib/reports/snapshot";
import { toldRows } from "@/lib/reports/told-rows";

/** One figure as an open-data record. A withheld figure has a reason and no value at all; a paraphrase, an action and an explanation have their text. */
export type OpenRecord = Omit<Row, "figure" | "unit"> & {
  readonly kind: Row["figure"]["kind"] | "text";
  readonly value?: number;
  readonly reason?: string;
  readonly text?: string;
  readonly unit: Row["unit"] | "text";
};

function recordOf({ figure, ...rest }: Row): OpenRecord {
  return figure.kind === "withheld"
    ? { ...rest, kind: figure.kind, reason: figure.reason }
    : { ...rest, kind: figure.kind, value: figure.n };
}

/** In the place of the quarter's answers, where they are missing: why. */
function missingRecord({ answersMissing, quarter, region }: ReportSnapshot): OpenRecord[] {
  if (answersMissing === undefined) return [];
  const place = { section: "participation", of: quarter, name: region, series: "" } as const;
  const id = `participation/${quarter}/answers`;
  const what = { item: "answers", measure: "", unit: "answers", period: quarter } as const;
  return [{ id, ...place, ...what, kind: "withheld", reason: answersMissing }];
}

/** In the place of the year's exit talks, where too few are under the rule: that there are none to tell. */
function withheldTalks({ talks, region }: ReportSnapshot): OpenRecord[] {
  if (talks === undefined || talks.people !== null) return [];
  const place = { section: "participation", of: "exit-talks", name: region, series: "" } as const;
  const item = "talks-leavers";
  const what = { item, measure: "", unit: "people", period: `${talks.from}/${talks.to}` } as const;
  const id = `participation/exit-talks/${item}`;
  return [{ id, ...place, ...what, kind: "withheld", reason: talks.missing ?? "few-under-rule" }];
}

/** The report's data as JSON: what it is, and every row. */
export function openData({ snapshot, version, publishedOn, note, hash }: PublishedReport) {
  return {
    quarter: snapshot.quarter,
    version,
    publishedOn,
    note,
    hash,
    region: snapshot.region,
    operator: snapshot.operator,
    definition: snapshot.turnover.policy.definition,
    licence: "CC0-1.0",
    questions: (snapshot.survey.questions?.asked ?? []).map(({ item, text, answers }) => ({
      ...{ item, text },
      answers: answers.map(({ code, name }) => ({ code, text: name })),
    })),
    rows: [
      ...rows(snapshot).map(recordOf),
      ...[...deedRows(snapshot), ...toldRows(snapshot)].map((told): OpenRecord => {
        return { ...told, kind: "text" };
      }),
      ...missingRecord(snapshot),
      ...withheldTalks(snapshot),
    ],
  };
}

const COLUMNS = [
  "id",
  "section",
  "of",
  "name",
  "series",
  "item",
  "measure",
  "kind",
  "value",
  "reason",
  "unit",
  "period",
  "text",
] as const satisfies readonly (keyof OpenRecord)[];

/** With the mark that makes spreadsheet programs read UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** The same rows as CSV: semicolons, decimal point, CR LF (RFC 4180). */
export function openDataCsv(report: PublishedReport): string {
  const records = openData(report).rows.map((record) => COLUMNS.map((key) => record[key] ?? ""));
  const lines = [COLUMNS, ...records].map((cells) => cells.map(cell).join(";"));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

const cell = (value: string | number): string =>
  typeof value === "number" ? String(value) : csvWords(value);
