import { expect, test } from "vitest";
import { journey, setOff } from "@/lib/cli/journey";
import { selfAttack } from "@/lib/cli/self-attack";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { findReport } from "@/lib/reports/data";
import { calendarOf } from "@/lib/rounds/calendar";
import { findRound } from "@/lib/rounds/data";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { asOwner } from "../../support/databases";
import { operator } from "../../support/round";
import { withMailing } from "../invitations/mailing";
import { arrived, openDemonstration, putBackTime } from "./open-demonstration";

withMailing();
putBackTime();

/** Departures of the quarter, as HR has them. */
async function leaversOf(quarter: Quarter): Promise<number> {
  const { opens } = calendarOf(quarter);
  const { opens: after } = calendarOf(shiftQuarter(quarter, 1));
  const sql = "SELECT FROM identity.departures WHERE last_day >= $1 AND last_day < $2";
  return (await asOwner("employer", sql, [opens, after])).length;
}

/** One quarter forward, to the day of its report; the next one's work is there when it arrives. */
async function goThrough(quarter: Quarter): Promise<void> {
  expect(setOff("report"), quarter).toBe(true);
  await arrived();
  expect(
    journey()?.done.map(({ kind }) => kind),
    quarter,
  ).toEqual(["close", "count", "report"]);
  const { publishes } = calendarOf(quarter);
  expect(dayAt(new Date())).toBe(publishes);
  expect(await findRound(quarter), quarter).toMatchObject({ state: "mixed" });
  expect((await findReport(operator(), quarter))?.publishedOn, quarter).toBe(publishes);
  const next = shiftQuarter(quarter, 1);
  expect((await findRound(next))?.state, `${next} is open`).toBe("issuing");
  expect((await findRound(shiftQuarter(next, 1)))?.state, "the one after is signed").toBe(
    "planned",
  );
  expect(await leaversOf(next), `people leave in ${next}`).toBeGreaterThan(0);
}

test("a whole year forward, quarter by quarter: each is answered, mixed and reported on its day, shows the next one's work, and nothing leaks", async () => {
  const open = await openDemonstration(dayAt(new Date()));
  for (const step of [0, 1, 2, 3]) await goThrough(shiftQuarter(open, step));
  expect(firstBroken(await readLog())).toBeNull();
  const attacks = await selfAttack("owner");
  expect(attacks.findings.flatMap(({ leaks }) => leaks)).toEqual([]);
});
