import { writeFileSync } from "node:fs";
import path from "node:path";
import { sorti } from "../support/command";
import type { Answered } from "./client/answer";
import { currentRound } from "./client/calls";
import type { Round } from "./client/manifest";
import { MAX_FACTORS } from "./columns";
import { compareAtoms, compareCells } from "./compare";
import { gatherAtoms } from "./expected-atoms";
import { gatherCells } from "./expected-cells";
import type { Row } from "./file";
import { misuse, misuseFreshLink } from "./misuse";
import { alphaOf, type Drawn, judge } from "./noise";
import { answerAll, checkReceipts, closeAndMix, invited, released, type Stage } from "./play";
import { departuresFile } from "./region";
import type { Released } from "./released";

export type Played = {
  readonly quarter: string;
  readonly next: string;
  readonly rows: readonly Row[];
};

/** The file's years as rounds in order. Who has no year is played with the last one: 702 in all. */
export function playedRounds(rows: readonly Row[], first: string): readonly Played[] {
  const years = [...new Set(rows.map(({ year }) => year))].filter((year) => year !== "").sort();
  const quarterAt = (steps: number): string => {
    const n = Number(first.slice(0, 4)) * 4 + Number(first.slice(6)) - 1 + steps;
    return `${Math.floor(n / 4)}-Q${(n % 4) + 1}`;
  };
  return years.map((year, i) => ({
    quarter: quarterAt(i),
    next: quarterAt(i + 1),
    rows: rows.filter((row) => (row.year || years.at(-1)) === year),
  }));
}

/** The departures so far are imported, and the newest have a mail each. */
async function openRound(
  stage: Stage,
  { quarter, rows }: Played,
  gone: readonly Row[],
  today: string,
) {
  const { running, server } = stage;
  const file = path.join(running.directory, `departures-${quarter}.csv`);
  writeFileSync(file, departuresFile(gone, today));
  await sorti(running, "import", "departures", file);
  const round = await currentRound(server);
  return { round, tokenOf: await invited(stage, rows, round) };
}

/** What a round released, held against those who were counted in it. */
function comparison({ ledger, columns }: Stage) {
  const [atoms, cells] = [gatherAtoms(columns), gatherCells(columns)];
  const several = columns.filter(({ kind }) => kind === "several").map(({ id }) => id);
  const alpha = (item: string, twoTables: boolean) =>
    alphaOf(several.includes(item) ? MAX_FACTORS : twoTables ? 2 : 1);
  return ({ manifest }: Round, counted: readonly Row[], release: Released): Drawn[] => {
    const { quarter, limits, tree } = manifest;
    compareAtoms(ledger, quarter, atoms(quarter, counted, limits), release.atoms);
    return compareCells(ledger, quarter, cells(quarter, counted, tree), release.cells, alpha);
  };
}

/** Plays one round after the other, and holds what each released against the file. */
export async function playRounds(stage: Stage, rounds: readonly Played[], today: string) {
  const compare = comparison(stage);
  const drawn: Drawn[] = [];
  const shown = new Map<string, string>();
  const gone: Row[] = [];
  let carried: readonly Row[] = [];
  let waiting: readonly string[] = [];
  let earlier: Answered | undefined;
  for (const played of rounds) {
    const { quarter, next, rows } = played;
    gone.push(...rows);
    const { round, tokenOf } = await openRound(stage, played, gone, today);
    // Once, where there is an earlier round to come from.
    const misused = played === rounds[1];
    const [first] = rows;
    if (misused && first) await misuseFreshLink({ ...stage, round }, tokenOf(first));
    const { sent, late } = await answerAll(stage, round, rows, tokenOf);
    // The last of them, since the first has made calls enough for a minute.
    if (misused && earlier) await misuse({ ...stage, round }, sent.slice(-2), earlier);
    await closeAndMix(stage, [quarter, next], late);
    earlier = late;
    const receipts = [...sent, late].map(({ receipt }) => receipt);
    waiting = await checkReceipts(stage, quarter, [...waiting, ...receipts]);
    const mixed = waiting.length === 0;
    const people = [...carried, ...rows];
    carried = mixed ? [] : people;
    const release = await released(stage.running, quarter);
    shown.set(quarter, JSON.stringify(release));
    drawn.push(...compare(round, mixed ? people : [], release));
  }
  return { drawn, shown };
}

/** The noise of all pictures together, for each of its widths. */
export function judgeNoise({ ledger }: Stage, drawn: readonly Drawn[]): void {
  for (const alpha of new Set(drawn.map((one) => one.alpha))) {
    const own = drawn.filter((one) => one.alpha === alpha).map(({ difference }) => difference);
    const width = judge(alpha, own);
    const { counts, equal, largest, allowed, mean, meanSquare, expected } = width;
    ledger.hold(
      "all",
      `noise with alpha ${alpha.toFixed(4)}`,
      `${counts} counts, ${equal} exact, largest ${largest} (under ${allowed}), mean ${mean.toFixed(2)}, ` +
        `mean square ${meanSquare.toFixed(2)} (${expected.toFixed(2)})`,
      width.wrong,
    );
  }
}

/** What was released once stays as it is, however often it is read. */
export async function readAgain(
  { running, ledger }: Stage,
  rounds: readonly Played[],
  shown: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { quarter } of rounds) {
    const same = JSON.stringify(await released(running, quarter)) === shown.get(quarter);
    ledger.hold(
      quarter,
      "read again after all rounds",
      "the same, byte for byte",
      same ? [] : ["changed"],
    );
  }
}
