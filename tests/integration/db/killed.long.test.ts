import { readdirSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ownerUrl } from "../../support/databases";
import { contents, drop, FIRST, firstRelease, structure } from "./first-installation";
import { type Cut, killable } from "./killing";

const SIDES = ["employer", "collector"] as const;
const nameOf = (side: string) => `killed_everywhere_${side}`;

afterAll(async () => {
  for (const side of SIDES) await drop(nameOf(side));
});

type Update = Awaited<ReturnType<typeof killable>>;

/**
 * Kills the update after each of its statements, and lets the next one go on until it is killed one statement later;
 * how often. A power cut takes back the file that was under way; without one the database ends that file by itself.
 */
async function killEverywhere({ kill, applied }: Update, cut: Cut): Promise<number> {
  let [statement, killed] = [1, 0];
  for (let done = await applied(); await kill(statement, cut); killed += 1) {
    const now = await applied();
    // A file that is through is left behind: it was the first statement of the next one.
    if (cut === "power") statement = now > done ? 2 : statement + 1;
    done = now;
  }
  return killed;
}

test.each(
  SIDES.flatMap((side) => (["power", "process"] as const).map((cut) => [side, cut] as const)),
)(
  "an update of the %s's database that is killed after every statement (%s) ends as one that was left alone, with every row",
  async (side, cut) => {
    const url = await firstRelease(side, nameOf(side));
    const before = await contents(url);
    const update = await killable(side, url);
    const killed = await killEverywhere(update, cut);
    await update.letGo();
    process.stdout.write(`${JSON.stringify({ side, cut, killed })}\n`);
    expect(await applyMigrations(url, side)).toEqual([]);
    const migrations = readdirSync(`prisma/${side}/migrations`).length - FIRST.length;
    expect(killed).toBeGreaterThanOrEqual(migrations);
    expect(await structure(url)).toEqual(await structure(ownerUrl(side)));
    const after = await contents(url);
    for (const [table, rows] of before) expect(after.get(table), table).toHaveLength(rows.length);
  },
);
