import type { AnswerPart } from "@/components/hr/answers-table";
import type { SurveyRound } from "@/components/hr/unit/survey-round";
import { atomPeople, classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { countedItems } from "@/lib/disclosure/counted-item";
import type { Figure } from "@/lib/disclosure/figure";
import { HME_PARTS, type Hme, hme } from "@/lib/disclosure/hme";
import type { Atom, Series } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import { itemsOf } from "@/lib/survey/items";
import { wording } from "@/lib/survey/wording";
import type { Locale } from "@/lib/wording/number";

/** One choice question: how many chose each class. */
export type ClassFigures = {
  readonly id: string;
  readonly text: string;
  readonly classes: readonly {
    readonly id: string;
    readonly name: string;
    readonly figure: Figure;
  }[];
};

/** A unit's own result: its newest atom of a series. */
export type OwnAnswers = {
  readonly series: Series;
  readonly from: Quarter;
  readonly to: Quarter;
  readonly people: Figure;
  readonly parts: readonly AnswerPart[];
  readonly hme: Hme;
  readonly choices: readonly ClassFigures[];
  /** Statements that stand out alone at either end; null where two cannot be told apart. */
  readonly most: string | null;
  readonly least: string | null;
};

/** Everything an atom shows, in the words of the questionnaire that was answered. */
export function ownAnswers(atom: Atom, round: SurveyRound, locale: Locale): OwnAnswers {
  const { questionnaire, region } = round;
  const say = (text: Readonly<Record<string, string>>) => wording(text, locale, { region });
  const scales = itemsOf(questionnaire).flatMap((item) =>
    item.type === "scale5" ? [{ item, part: item.index?.part ?? "other" }] : [],
  );
  const row = ({ item }: (typeof scales)[number]) => ({
    id: item.id,
    text: say(item.text),
    answers: answersTo(atom, item.id),
    mean: scaleMean(atom, item.id),
  });
  const parts = [...HME_PARTS, "other" as const].map((part) => ({
    id: part,
    name: part,
    items: scales.filter((scale) => scale.part === part).map(row),
  }));
  const items = parts.flatMap((part) => part.items);
  return {
    series: atom.series,
    from: atom.from,
    to: atom.to,
    people: atomPeople(atom),
    parts: parts.filter((part) => part.items.length > 0),
    hme: hme(questionnaire, (item) => scaleMean(atom, item)),
    choices: choicesOf(atom, round, say),
    most: alone(items, "at-least", Math.max),
    least: alone(items, "at-most", Math.min),
  };
}

function answersTo(atom: Atom, id: string): Figure {
  const shown = atom.items[id];
  return shown?.kind === "scale"
    ? { kind: "count", n: shown.n }
    : { kind: "withheld", reason: "item-too-few" };
}

function choicesOf(
  atom: Atom,
  { questionnaire }: SurveyRound,
  say: (text: Readonly<Record<string, string>>) => string,
): ClassFigures[] {
  const texts = new Map(itemsOf(questionnaire).map((item) => [item.id, item.text]));
  return countedItems(questionnaire)
    .filter(({ atom: kind }) => kind === "classes")
    .map(({ id, classOf }) => ({
      id,
      text: say(texts.get(id) ?? {}),
      classes: [...new Set(classOf?.values() ?? [])].map((name) => ({
        id: name,
        name: say(questionnaire.classes[name] ?? { sv: name }),
        figure: classCount(atom, id, name),
      })),
    }));
}

type Stated = { readonly text: string; readonly mean: Figure };

/**
 * The one statement at an end of the scale. Figures at a bound lie anywhere beyond it, so two of them
 * cannot be told apart, and one of them is always further out than a plain mean.
 */
function alone(
  items: readonly Stated[],
  bound: "at-least" | "at-most",
  furthest: (...values: number[]) => number,
): string | null {
  const beyond = items.filter(({ mean }) => mean.kind === bound);
  if (beyond.length > 0) return beyond.length === 1 ? (beyond[0]?.text ?? null) : null;
  const plain = items.flatMap(({ text, mean }) =>
    mean.kind === "count" ? [{ text, n: mean.n }] : [],
  );
  const end = furthest(...plain.map(({ n }) => n));
  const there = plain.filter(({ n }) => n === end);
  return there.length === 1 && plain.length > 1 ? (there[0]?.text ?? null) : null;
}
