import type { Collected } from "@/lib/audit/published";
import { chance, type Dice, diceFrom, poisson, wholeBetween } from "@/lib/demo/random";
import { atomItem } from "@/lib/disclosure/atom-item";
import { alphaOf } from "@/lib/disclosure/cells";
import { type CountedItem, countedItems } from "@/lib/disclosure/counted-item";
import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import { geometricNoise } from "@/lib/disclosure/noise";
import { type Atom, type Cell, NO_ANSWER } from "@/lib/disclosure/release";
import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import { tossed } from "../../unit/disclosure/attacks/dice";
import { defaultQuestionnaire } from "./default-answers";

const LIMITS = { k: 8, c: 1 } as const;
const GROUP = 50;
const items = countedItems(defaultQuestionnaire);
const answered = items.filter(({ slice }) => slice === "answers");
const noise = geometricNoise(tossed("many releases"));

/** Even shares of some people over codes. */
function spread(dice: Dice, codes: readonly string[], people: number): Record<string, number> {
  const counts = Object.fromEntries(codes.map((code) => [code, 0]));
  for (let person = 0; person < people; person += 1) {
    const code = codes[wholeBetween(dice, 0, codes.length - 1)] ?? "";
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function resultItem(dice: Dice, item: CountedItem, people: number) {
  const fingerprint = "";
  if (item.atom === "scale") {
    const n = people - (chance(dice, 0.2) ? 1 : 0);
    const values = Array.from({ length: n }, () => wholeBetween(dice, 1, 5));
    const sum = values.reduce((all, value) => all + value, 0);
    return atomItem({ kind: "scale", fingerprint, n, sum }, LIMITS.k, LIMITS.c);
  }
  const classes = [...new Set(item.classOf?.values() ?? [])];
  const counts = spread(dice, [...classes, NO_ANSWER], people);
  return atomItem({ kind: "classes", fingerprint, n: people, counts }, LIMITS.k, LIMITS.c);
}

function result(dice: Dice, unit: string, n: number, from: Quarter, to: Quarter): Atom {
  const shown = answered.flatMap((item) => {
    const one = item.atom === null ? null : resultItem(dice, item, n);
    return one === null ? [] : [[item.id, one]];
  });
  return { unit, series: "leaver", from, to, n, ...LIMITS, items: Object.fromEntries(shown) };
}

function picture(dice: Dice, node: Cell["node"], n: number, to: Quarter): Cell {
  const blurred = (codes: readonly string[], item: CountedItem) =>
    Object.fromEntries(
      Object.entries(spread(dice, [...codes, NO_ANSWER], n)).map(([code, count]) => [
        code,
        count + noise(alphaOf(item)),
      ]),
    );
  const tables = answered.map((item) => {
    const options = blurred(item.options, item);
    const classes = item.classOf && blurred([...new Set(item.classOf.values())], item);
    return [item.id, classes ? { options, classes } : { options }];
  });
  const where = { slice: "answers", node, series: "leaver", from: to, to, n } as const;
  return { ...where, items: Object.fromEntries(tables) };
}

type Waiting = { readonly n: number; readonly from: Quarter };

/** One quarter of one unit: what waits now, or the result that has formed of it. */
function gathered(dice: Dice, unit: string, before: Waiting, fresh: number, quarter: Quarter) {
  const n = before.n + fresh;
  if (n < LIMITS.k) return { waits: { n, from: n === 0 ? quarter : before.from }, formed: [] };
  const waits = { n: 0, from: quarter };
  const from = before.n === 0 ? quarter : before.from;
  return { waits, formed: [result(dice, unit, n, from, quarter)] };
}

const sum = (all: readonly number[]) => all.reduce((one, more) => one + more, 0);

/** What so many units, of 5 to 15 answers in three years, publish in so many quarters. */
export function manyReleases(units: number, quarters: number): Collected {
  const dice = diceFrom(`many releases of ${units}`);
  const codes = Array.from({ length: units }, (_, index) => `U${index}`);
  const groupOf = (index: number) => `g${Math.floor(index / GROUP)}`;
  const groups = [...new Set(codes.map((_, index) => groupOf(index)))];
  const tree = {
    units: Object.fromEntries(codes.map((code, index) => [code, groupOf(index)])),
    pictured: [],
  };
  const waiting = new Map<string, Waiting>();
  const all = Array.from({ length: quarters }, (_, step) => {
    const quarter = shiftQuarter("2016-Q1", step);
    const fresh = codes.map((_, index) => poisson(dice, (5 + (index % 11)) / 12));
    const atoms = codes.flatMap((code, index) => {
      const before = waiting.get(code) ?? { n: 0, from: quarter };
      const over = quartersBetween(before.from, quarter) >= MAX_QUARTERS;
      const start = before.n === 0 || over ? { n: 0, from: quarter } : before;
      const { waits, formed } = gathered(dice, code, start, fresh[index] ?? 0, quarter);
      waiting.set(code, waits);
      return formed;
    });
    const cells = groups.flatMap((group, index) => {
      const n = sum(fresh.slice(index * GROUP, (index + 1) * GROUP));
      return n < 30 ? [] : [picture(dice, `group:${group}`, n, quarter)];
    });
    const manifest = { quarter, tree, series: ["leaver"], limits: LIMITS, merged: {} };
    const round = { manifest, questionnaire: defaultQuestionnaire, counted: sum(fresh) };
    return { atoms, cells, round };
  });
  return {
    rounds: all.map(({ round }) => round),
    atoms: all.flatMap(({ atoms }) => atoms),
    cells: all.flatMap(({ cells }) => cells),
    readings: null,
    reports: [],
  };
}
