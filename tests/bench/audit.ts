import { attackReleases } from "@/lib/audit/attack";
import { integerSolver } from "@/lib/audit/data";
import { manyReleases } from "../attack/support/many-releases";
import { timed } from "./clock";
import type { Extent, Figure, Section } from "./figures";

const QUARTERS = 40;
const thousands = (n: number) => n.toLocaleString("en");

/** How long the attack on everything ever published takes as a region grows; ten years each. It must find nothing. */
export async function audit({ quick }: Extent): Promise<Section> {
  const solve = await integerSolver();
  const figures: Figure[] = [];
  let before: { tables: number; ms: number } | undefined;
  for (const units of quick ? [300, 1_250] : [1_250, 2_500, 5_000]) {
    const published = manyReleases(units, QUARTERS);
    const tables = published.atoms.length + published.cells.length;
    // The least that any attack does: to read each number once.
    const { ms: reading } = await timed(() => JSON.parse(JSON.stringify(published)));
    const { ms, result } = await timed(() => attackReleases(published, solve));
    if (result.length > 0)
      throw new Error("The attack found something in what was made to be safe.");
    figures.push({
      name: `${thousands(units)} units, ${thousands(tables)} tables: attacked`,
      unit: "ms",
      runs: [ms],
      goal: { atMost: 600_000 },
      limit: { name: "written and read as JSON", value: reading },
    });
    if (before) {
      const linear = { name: "if linear", value: tables / before.tables };
      figures.push({ name: "… growth", unit: "×", runs: [ms / before.ms], limit: linear });
    }
    before = { tables, ms };
  }
  return { name: "audit", figures };
}
