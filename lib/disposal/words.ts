import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import type { Day } from "@/lib/quarters/quarter";
import { UNCONFIRMED_DAYS } from "@/lib/subscriptions/rule";
import { dayInWords } from "@/lib/wording/date";
import { type Locale, number } from "@/lib/wording/number";
import type { Disposal } from "./disposal";
import { SCHEDULE } from "./schedule";
import type { Term } from "./term";

/** Texts of the area `disposal`. */
type Translate = (key: string, values?: Record<string, string | number>) => string;

function termInWords(term: Term, t: Translate): string {
  if (term.kind === "time") {
    const time = t("term.time", { n: term.n, unit: term.unit, after: term.after });
    return term.waiting === undefined ? time : t("term.waiting", { time, n: term.waiting });
  }
  if (term.kind === "kept") return t("term.kept");
  return t("term.event", { at: term.at, quarters: MAX_QUARTERS, days: UNCONFIRMED_DAYS });
}

/** One class of the schedule as people read it. */
export type WordedClass = {
  readonly id: string;
  readonly what: string;
  readonly side: string;
  readonly term: string;
  readonly by: string;
  readonly why: string;
  readonly where: readonly string[];
};

const worded = ({ id, side, term, by, where }: Disposal, t: Translate): WordedClass => ({
  id,
  what: t(`classes.${id}.what`),
  side: t(`sides.${side}`),
  term: termInWords(term, t),
  by: t(`by.${by}`),
  why: t(`classes.${id}.why`),
  where,
});

/** The whole schedule, in its order. */
export const scheduleInWords = (t: Translate): readonly WordedClass[] =>
  SCHEDULE.map((entry) => worded(entry, t));

/** One line of what has been done: day, class, rule, how many. */
export type DisposalLine = {
  readonly id: string;
  readonly day: Day;
  readonly class: string;
  readonly rule: string;
  readonly count: number;
};

export type WordedLine = Readonly<Record<"id" | "day" | "what" | "term" | "count", string>>;

/** Lines as people read them; of a class that the schedule has no more, as they were written. */
export function linesInWords(
  lines: readonly DisposalLine[],
  t: Translate,
  locale: Locale,
): readonly WordedLine[] {
  const words = new Map(scheduleInWords(t).map((one) => [one.id, one]));
  return lines.map((line) => ({
    id: line.id,
    day: dayInWords(line.day, locale),
    what: words.get(line.class)?.what ?? line.class,
    term: words.get(line.class)?.term ?? line.rule,
    count: number(line.count, locale),
  }));
}
