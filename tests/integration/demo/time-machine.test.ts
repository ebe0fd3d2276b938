import { expect, test } from "vitest";
import { journey, setOff } from "@/lib/cli/journey";
import { selfAttack } from "@/lib/cli/self-attack";
import { shiftQuarter } from "@/lib/quarters/quarter";
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

const count = async (sql: string) => {
  const [row] = await asOwner<{ n: string }>("employer", `SELECT count(*) AS n FROM ${sql}`);
  return Number(row?.n);
};

test("a quarter forward: people leave, are invited and answer, both keys mix, the report goes out on its day, and the attacks hold", async () => {
  const open = await openDemonstration(dayAt(new Date()));
  const next = shiftQuarter(open, 1);
  expect(setOff("report")).toBe(true);
  expect(setOff("report"), "of two who press at once, one sets off").toBe(false);
  await arrived();

  expect(journey()?.done.map(({ kind }) => kind)).toEqual(["close", "count", "report"]);
  expect(dayAt(new Date())).toBe(calendarOf(open).publishes);
  const round = await findRound(open);
  expect(round).toMatchObject({ state: "mixed", withdrawn: 0, dropped: 0 });
  expect(round?.counted).toBeGreaterThan(40);
  const report = await findReport(operator(), open);
  expect(report?.publishedOn).toBe(calendarOf(open).publishes);
  expect((await findRound(next))?.state).toBe("issuing");
  expect((await findRound(shiftQuarter(next, 1)))?.state).toBe("planned");

  const left = `identity.departures WHERE last_day >= '${calendarOf(next).opens}'`;
  expect(await count(left)).toBeGreaterThan(80);
  const late = `identity.invitations WHERE state = 'queued' AND window_from <= '${calendarOf(open).publishes}'`;
  expect(await count(late)).toBe(0);
  expect(await count("identity.invitations WHERE state = 'sent'")).toBeGreaterThan(80);

  expect(
    await count("identity.exit_talks WHERE state IN ('wished', 'declined', 'held')"),
  ).toBeGreaterThan(10);
  expect(await count("identity.signals WHERE signal = 'sick_leave'")).toBeGreaterThan(80);
  const unread = await asOwner(
    "collector",
    "SELECT FROM redaction.comments WHERE state = 'waiting'",
  );
  expect(unread.length, "the desk has comments left to try").toBeGreaterThan(0);

  expect(firstBroken(await readLog())).toBeNull();
  const attacks = await selfAttack("owner");
  expect(attacks.findings.flatMap(({ leaks }) => leaks)).toEqual([]);
});
