import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { startDemonstrationClock, stopDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { noteSeeded } from "@/lib/cli/demonstration-settings";
import { dataDirectory } from "@/lib/cli/installation";
import { installTimeMachine, journey, setOff } from "@/lib/cli/journey";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { bringIn } from "@/lib/cli/seed/bring-in";
import { DEMO_SECRETS } from "@/lib/cli/seed/passphrases";
import { demoCeremony } from "@/lib/cli/seed/rounds";
import { selfAttack } from "@/lib/cli/self-attack";
import { timeMachine } from "@/lib/cli/time-machine";
import { openQuarter } from "@/lib/closing/mutations";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { quarterAhead } from "@/lib/demo/ahead";
import { departuresFile, headcountFile } from "@/lib/demo/files";
import { demoRegion } from "@/lib/demo/region";
import { keyDirectory } from "@/lib/keys/directory";
import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { findReport } from "@/lib/reports/data";
import { calendarOf } from "@/lib/rounds/calendar";
import { findRound } from "@/lib/rounds/data";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { asOwner } from "../../support/databases";
import { operator } from "../../support/round";
import { withMailing } from "../invitations/mailing";

withMailing();

afterAll(() => {
  stopDemonstrationClock();
  for (const file of ["seeded", "clock", "keys"]) {
    rmSync(path.join(dataDirectory(), file), { recursive: true, force: true });
  }
});

/** The demonstration as it stands in its open quarter, without the years before it. */
async function openDemonstration(today: string): Promise<Quarter> {
  const open = quarterOf(today);
  const { files, departures, headcount } = demoRegion(open, today);
  const lastYear = headcount.filter(
    ({ month }) => Number(month.slice(0, 4)) >= Number(today.slice(0, 4)) - 1,
  );
  rmSync(keyDirectory(), { recursive: true, force: true });
  await bringIn("units", files.units);
  await bringIn("headcount", headcountFile(lastYear));
  await demoCeremony([], open);
  await planNextQuarter(operator(), open, DEMO_SECRETS, new Date());
  await openQuarter(operator(), open, new Date());
  const answering = new Set(quarterAhead(open, open).answers.map(({ employeeRef }) => employeeRef));
  const now = departures.filter(({ employeeRef }) => answering.has(employeeRef));
  await confirmInDemonstration(await bringIn("departures", departuresFile(now)));
  noteSeeded(dataDirectory(), today);
  startDemonstrationClock(dataDirectory());
  expect(setOff("next"), "nothing is moved where no time machine was handed in").toBe(false);
  installTimeMachine(timeMachine);
  return open;
}

async function arrived(): Promise<void> {
  const moving = () => expect(journey()?.state).not.toBe("moving");
  await vi.waitFor(moving, { timeout: 540_000, interval: 100 });
  expect(journey()?.state).toBe("still");
}

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
