import type { Measure, Measured } from "@/components/hr/reasons/measured";
import { type ReasonsWords, spanInWords, whereInWords } from "@/components/hr/reasons/words";
import { sentences } from "@/components/hr/words";
import type { ReasonsOverview } from "@/lib/reasons/overview";
import { hasWaited } from "@/lib/reasons/period";
import { aboveNoise } from "@/lib/reports/sentences/why";
import { listInWords } from "@/lib/wording/names";
import { percent } from "@/lib/wording/number";

/** So many are named in a sentence. */
const NAMED = 3;

/** The finding of the page: how many left for what the employer could have changed. */
export function headline(view: ReasonsOverview, words: ReasonsWords): string {
  const { avoidable } = view.picture;
  const where = whereInWords(view.of, words);
  if (avoidable.kind === "withheld") {
    return words.say(`none.${view.choice.series}`, { where });
  }
  return words.say(`title.${view.choice.series}`, { where, share: cent(avoidable.n, words) });
}

/** How many answers, from when, and whom they speak for. */
export function basis(view: ReasonsOverview, words: ReasonsWords): string {
  const { people, from, to } = view.picture;
  if (people.kind === "withheld" || from === null || to === null) return words.say("noneWhy");
  const time = spanInWords(from, to, words);
  return sentences(
    words.say("basis", { people: people.n, time }),
    hasWaited(view.choice.period, { from, to }) ? words.say("waited") : "",
    words.say("nonResponse"),
  );
}

/** What a picture says, as far as it stands out of the noise. */
export function finding(measure: Measure, rows: readonly Measured[], words: ReasonsWords): string {
  switch (measure) {
    case "classes":
      return classesFinding(rows, words);
    case "main":
    case "more":
    case "levers":
      return outFinding(measure, rows, words);
    case "hme":
      return figureFinding("hme", rows[0], words);
    case "recommend":
      return recommendFinding(rows, words);
    case "silence":
      return figureFinding("silence", rows[0], words);
  }
}

function cent(n: number, { locale }: ReasonsWords): string {
  return percent(n / 100, locale, 0);
}

function size({ figure }: Measured): number {
  return figure.kind === "withheld" ? -1 : figure.n;
}

function classesFinding(rows: readonly Measured[], words: ReasonsWords): string {
  const [first, second] = rows.toSorted((a, b) => size(b) - size(a));
  if (first === undefined || second === undefined || size(first) < 0) return words.say("withheld");
  // Both figures have noise of their own.
  const apart = Math.hypot(first.width ?? 0, second.width ?? 0);
  const names = { first: quoted(first, words), second: quoted(second, words) };
  return size(first) - size(second) > apart
    ? words.say("found.most", names)
    : words.say("found.alike", names);
}

function outFinding(
  measure: "main" | "more" | "levers",
  rows: readonly Measured[],
  words: ReasonsWords,
): string {
  const width = rows[0]?.width ?? Number.POSITIVE_INFINITY;
  const found = aboveNoise(rows, width).slice(0, NAMED);
  if (found.length === 0) return words.say("found.nothing");
  const names = listInWords(
    found.map((row) => quoted(row, words)),
    words.locale,
  );
  return words.say(`found.${measure}`, { names });
}

function figureFinding(
  key: "hme" | "silence",
  row: Measured | undefined,
  words: ReasonsWords,
): string {
  if (row === undefined || row.figure.kind === "withheld") return words.say("withheld");
  const { n } = row.figure;
  return words.say(`found.${key}`, { n: key === "hme" ? n : cent(n, words) });
}

function recommendFinding(rows: readonly Measured[], words: ReasonsWords): string {
  const of = (id: string) => rows.find((row) => row.id === id)?.figure;
  const [promoter, detractor] = [of("promoter"), of("detractor")];
  if (promoter === undefined || detractor === undefined) return words.say("withheld");
  if (promoter.kind === "withheld" || detractor.kind === "withheld") return words.say("withheld");
  return words.say("found.recommend", {
    would: cent(promoter.n, words),
    wouldNot: cent(detractor.n, words),
  });
}

function quoted({ name }: Measured, { say }: ReasonsWords): string {
  return say("quoted", { text: name });
}
