import highs from "highs";
import { attackReleases } from "@/lib/audit/attack";
import type { LeakRule } from "@/lib/audit/leak";
import type { Solve } from "@/lib/audit/programme";
import type { Collected } from "@/lib/audit/published";
import type { Atom, Cell, Release } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import type { Quarter } from "@/lib/quarters/quarter";
import { rules } from "../disclosure/small-survey";

const solver = await highs();

/** The solver that the mix asks. */
export const solve: Solve = (programme) => solver.solve(programme).Status === "Optimal";

/** What the public has of some rounds: manifests, documents and tables. */
export function collected(
  rounds: readonly RoundRules[],
  releases: readonly Pick<Release, "atoms" | "cells">[],
  counted: number | null = null,
): Collected {
  return {
    rounds: rounds.map(({ quarter, tree, series, limits, mergedInto = {}, questionnaire }) => ({
      manifest: { quarter, tree, series, limits, merged: mergedInto },
      questionnaire,
      counted,
    })),
    atoms: releases.flatMap(({ atoms }) => atoms),
    cells: releases.flatMap(({ cells }) => cells),
    readings: null,
    reports: [],
  };
}

/** The small region's rounds from 2025 on. */
export const ROUNDS = (["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"] as const).map(
  (quarter: Quarter) => rules({ quarter }),
);

/** What the attacker says of tables of the small region. */
export function broken(
  atoms: readonly Atom[],
  cells: readonly Cell[] = [],
  rounds: readonly RoundRules[] = ROUNDS,
): readonly LeakRule[] {
  return attackReleases(collected(rounds, [{ atoms, cells }]), solve).map(({ rule }) => rule);
}
