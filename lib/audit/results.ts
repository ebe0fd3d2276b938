import type { Asked } from "./asked";
import { type Agrees, byTrying, fewestOpen, labelOf, rangeOf, type View } from "./bounds";
import type { Leak, LeakRule } from "./leak";
import { nameOfAtom, type Published, type Round } from "./published";
import type { Atom, AtomItem } from "./shapes";

/** Up to so many people every table of answers is tried; for more the solver is asked. */
const TRIED = 12;

const STEPS = 5;
const SERIES = ["leaver", "retiree", "mover"];

/** Answers to one five-step question before it is shown. */
const ITEM_MIN = 6;

type Scale = Extract<AtomItem, { kind: "scale" }>;
type Classes = Extract<AtomItem, { kind: "classes" }>;

/** Each unit's result by itself: its size and place, its bounds, and whether every answer stays open. */
export function resultLeaks(published: Published, solved: Agrees): readonly Leak[] {
  const rounds = new Map(published.rounds.map((round) => [round.quarter, round]));
  const isOpen = remembered(solved);
  return published.atoms.flatMap((atom) => {
    const round = rounds.get(atom.to);
    if (round === undefined) return [];
    const where = nameOfAtom(atom);
    const whole = wholeRules(atom, round, spannedBy(atom, round, published.rounds)).map((rule) => ({
      rule,
      where,
    }));
    const items = Object.entries(atom.items).flatMap(([id, shown]) =>
      itemRules(atom, round.items.get(id), shown, isOpen).map((rule) => ({
        rule,
        where: `${where} ${id}`,
      })),
    );
    return [...whole, ...items];
  });
}

/**
 * The rounds whose answers may stand in a result: from where it began to where it formed, and those right before
 * that counted nobody, since their answers were carried over.
 */
function spannedBy(atom: Atom, last: Round, rounds: readonly Round[]): readonly Round[] {
  const before = rounds.filter(({ quarter }) => quarter < atom.from);
  const counted = before.findLastIndex((round) => round.counted !== 0);
  const within = rounds.filter(({ quarter, at }) => quarter >= atom.from && at <= last.at);
  return [last, ...within, ...before.slice(counted + 1)];
}

function wholeRules(atom: Atom, round: Round, spanned: readonly Round[]): readonly LeakRule[] {
  const weak = spanned.some(({ limits }) => atom.k < limits.k || atom.c < limits.c);
  const listed = SERIES.includes(atom.series) && Object.hasOwn(round.tree.units, atom.unit);
  return [
    ...(weak || atom.k < 5 || atom.n < atom.k ? ["too-few" as const] : []),
    ...(listed ? [] : ["unknown-place" as const]),
  ];
}

type IsOpen = (view: View, insiders: 0 | 1, wanted: number) => boolean;

function itemRules(
  atom: Atom,
  asked: Asked | undefined,
  shown: AtomItem,
  isOpen: IsOpen,
): readonly LeakRule[] {
  if (asked === undefined || asked.result !== shown.kind) return ["wrong-slice"];
  if (shown.kind === "scale") return scaleRules(atom, shown, isOpen);
  return classRules(atom, asked.classes ?? [], shown, isOpen);
}

function scaleRules(atom: Atom, { n, sum, low, high }: Scale, isOpen: IsOpen): readonly LeakRule[] {
  const room = 4 * (1 + atom.c);
  if (n < ITEM_MIN || n > atom.n) return ["item-too-small"];
  if (low !== n + room || high !== 5 * n - room) return ["wrong-bounds"];
  if (sum < low || sum > high) return ["outside-bounds"];
  const view = scaleView(n, rangeOf(labelOf(sum, low, high), sum, n, STEPS * n));
  return isOpen(view, atom.c, STEPS) ? [] : ["answer-closed"];
}

/** What the sum of a five-step question says of those who answered it. */
export function scaleView(people: number, sum: NonNullable<View["sum"]>): View {
  const answers = Array.from({ length: STEPS }, () => ({ from: 0, to: people }));
  return { people, answers, unanswered: null, sum };
}

function classRules(
  atom: Atom,
  classes: readonly string[],
  { counts, low, high }: Classes,
  isOpen: IsOpen,
): readonly LeakRule[] {
  const people = high + 1 + atom.c;
  const numbers = Object.values(counts);
  if (people < atom.k) return ["item-too-small"];
  if (low !== 1 + atom.c || people > atom.n) return ["wrong-bounds"];
  if (!sameCodes(Object.keys(counts), classes)) return ["wrong-codes"];
  if (numbers.some((count) => count < low || count > high)) return ["outside-bounds"];
  const answers = numbers.map((count) => rangeOf(labelOf(count, low, high), count, 0, people));
  return isOpen(classView(people, answers), atom.c, 2) ? [] : ["answer-closed"];
}

/** What the counts of classes say: how many gave no answer is not shown. */
export function classView(people: number, answers: View["answers"]): View {
  return { people, answers, unanswered: { from: 0, to: people }, sum: null };
}

/** Whether two lists hold the same codes, in any order. */
export function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join("\n") === [...b].sort().join("\n");
}

/** Many results show the same: each view is worked out once. */
function remembered(solved: Agrees): IsOpen {
  const known = new Map<string, number>();
  return (view, insiders, wanted) => {
    // Without a sum the answers are exchangeable too.
    const answers =
      view.sum === null
        ? view.answers.toSorted((a, b) => a.from - b.from || a.to - b.to)
        : view.answers;
    const key = JSON.stringify([view.people, view.sum, answers, insiders]);
    const open =
      known.get(key) ??
      fewestOpen({ ...view, answers }, insiders, view.people <= TRIED ? byTrying : solved);
    known.set(key, open);
    return open >= wanted;
  };
}
