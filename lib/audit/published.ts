import type { z } from "zod";
import { type Asked, askedIn } from "./asked";
import type { Leak } from "./leak";
import { ordinal } from "./quarters";
import {
  type Atom,
  atomShape,
  type Cell,
  cellShape,
  codeBookShape,
  type Manifest,
  manifestShape,
  type Paraphrase,
  paraphraseShape,
  type Themes,
  themesShape,
} from "./shapes";

/** Everything that was ever published, as whoever collects it has it: nothing is believed unread. */
export type Collected = {
  readonly rounds: readonly {
    readonly manifest: unknown;
    /** The questionnaire's document. */
    readonly questionnaire: unknown;
    /** Answers counted in the round, as the public log has them; null: none yet. */
    readonly counted: number | null;
  }[];
  readonly atoms: readonly unknown[];
  readonly cells: readonly unknown[];
  /** What was read of comments; null: left out, as inside a mix, which reads none. */
  readonly readings: CollectedReadings | null;
  /** Every version of every report: what is printed on pages and in files. */
  readonly reports: readonly { readonly name: string; readonly snapshot: unknown }[];
};

/** What readings of comments released. */
export type CollectedReadings = {
  /** The themes that a reader can choose, and which of them are sensitive. */
  readonly codeBook: unknown;
  readonly themes: readonly unknown[];
  readonly paraphrases: readonly unknown[];
  /** Comments opened for each reading, as the public log has them. */
  readonly opened: readonly { readonly quarter: string; readonly comments: number }[];
};

/** What is about to be published, added to what was: for a look before it is. */
export function including(
  earlier: Collected,
  next: Pick<Collected, "atoms" | "cells"> & { readonly quarter: string; readonly counted: number },
): Collected {
  const isNext = (manifest: unknown) => manifestShape.parse(manifest).quarter === next.quarter;
  return {
    ...earlier,
    rounds: earlier.rounds.map((round) =>
      isNext(round.manifest) ? { ...round, counted: next.counted } : round,
    ),
    atoms: [...earlier.atoms, ...next.atoms],
    cells: [...earlier.cells, ...next.cells],
  };
}

export type Round = Manifest & {
  readonly at: number;
  readonly groups: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, Asked>;
  readonly counted: number | null;
};

export type Readings = {
  /** Every theme → whether it is sensitive. */
  readonly codeBook: ReadonlyMap<string, boolean>;
  readonly themes: readonly Themes[];
  readonly paraphrases: readonly Paraphrase[];
  readonly opened: ReadonlyMap<string, number>;
};

export type Published = {
  /** Oldest first. */
  readonly rounds: readonly Round[];
  readonly atoms: readonly Atom[];
  readonly cells: readonly Cell[];
  readonly readings: Readings;
};

/** Reads what was collected. Throws when a manifest or questionnaire is none; a table that is none is a leak. */
export function readCollected(collected: Collected): {
  readonly published: Published;
  readonly leaks: readonly Leak[];
} {
  const rounds = collected.rounds.map((given) => {
    const manifest = manifestShape.parse(given.manifest);
    const items = askedIn(given.questionnaire);
    const groups = new Set(Object.values(manifest.tree.units));
    const at = ordinal(manifest.quarter);
    return { ...manifest, at, groups, items, counted: given.counted };
  });
  const atoms = readAll(atomShape, collected.atoms, "atom");
  const cells = readAll(cellShape, collected.cells, "cell");
  const { readings, leaks } = readReadings(collected.readings);
  const published = {
    rounds: rounds.toSorted((a, b) => a.at - b.at),
    atoms: atoms.read,
    cells: cells.read,
    readings,
  };
  return { published, leaks: [...atoms.leaks, ...cells.leaks, ...leaks] };
}

const NOTHING_READ = { codeBook: [], themes: [], paraphrases: [], opened: [] };

function readReadings(given: CollectedReadings | null): {
  readonly readings: Readings;
  readonly leaks: readonly Leak[];
} {
  const { codeBook, opened, ...tables } = given ?? NOTHING_READ;
  const themes = readAll(themesShape, tables.themes, "themes");
  const paraphrases = readAll(paraphraseShape, tables.paraphrases, "paraphrase");
  const book = codeBookShape.parse(codeBook);
  const readings = {
    codeBook: new Map(book.map(({ code, sensitive }) => [code, sensitive === true])),
    themes: themes.read,
    paraphrases: paraphrases.read,
    opened: new Map(opened.map(({ quarter, comments }) => [quarter, comments])),
  };
  return { readings, leaks: [...themes.leaks, ...paraphrases.leaks] };
}

function readAll<T>(shape: z.ZodType<T>, given: readonly unknown[], what: string) {
  const read: T[] = [];
  const leaks: Leak[] = [];
  for (const [index, one] of given.entries()) {
    const parsed = shape.safeParse(one);
    if (parsed.success) read.push(parsed.data);
    else leaks.push({ rule: "wrong-shape", where: `${what} number ${index + 1}` });
  }
  return { read, leaks };
}

/** How an atom is named in a leak. */
export function nameOfAtom({ unit, series, to }: Atom): string {
  return `atom ${unit} ${series} ${to}`;
}

/** How a cell is named in a leak. */
export function nameOfCell({ slice, node, series, to }: Cell): string {
  return `cell ${slice} ${node} ${series} ${to}`;
}

/** How a theme table is named in a leak. */
export function nameOfThemes({ node, series, to }: Themes): string {
  return `themes ${node} ${series} ${to}`;
}
