import type { z } from "zod";
import { type Asked, askedIn } from "./asked";
import type { Leak } from "./leak";
import { ordinal } from "./quarters";
import { type Atom, atomShape, type Cell, cellShape, type Manifest, manifestShape } from "./shapes";

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
  /** Every version of every report: what is printed on pages and in files. */
  readonly reports: readonly { readonly name: string; readonly snapshot: unknown }[];
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

export type Published = {
  /** Oldest first. */
  readonly rounds: readonly Round[];
  readonly atoms: readonly Atom[];
  readonly cells: readonly Cell[];
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
  const published = {
    rounds: rounds.toSorted((a, b) => a.at - b.at),
    atoms: atoms.read,
    cells: cells.read,
  };
  return { published, leaks: [...atoms.leaks, ...cells.leaks] };
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
