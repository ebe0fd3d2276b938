import { beforeEach, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { discardAnswers } from "@/lib/discarding/mutations";
import { allAtoms, publicReceipts } from "@/lib/releases/data";
import { publishBlockers } from "@/lib/reports/blockers";
import { planRound } from "@/lib/rounds/mutations";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany, withdrawReceipt } from "../../support/respondent";
import {
  afterEnd,
  closeRound,
  keysOf,
  mixRound,
  openSmallRound,
  operator,
  planSmallRound,
  Q1,
  Q2,
  Q3,
  Q4,
  roundOf,
  sealedAnswers,
} from "../../support/round";

beforeEach(cleanDatabases);

/** As if somebody had got one answer more in than there were credentials. */
async function issueOneLess(quarter: string): Promise<void> {
  const fewer = "UPDATE release.rounds SET issued = issued - 1 WHERE quarter = $1";
  await asOwner("collector", fewer, [quarter]);
}

test("more answers than credentials opens none of them: they and their keys are left for the auditor", async () => {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  await issueOneLess(Q1);
  const before = await sealedAnswers();
  await mixRound(Q1);
  await destroySpentKeys(afterEnd(Q1));

  const totals = { issued: 11, received: 12, counted: 0, withdrawn: 0, dropped: 0 };
  expect(await roundOf(Q1)).toMatchObject({ state: "set-aside", ...totals });
  expect(await sealedAnswers()).toEqual(before);
  expect(keysOf(Q1)).toEqual([1, 2]);
  expect(await allAtoms()).toEqual([]);
  expect(await publicReceipts(Q1)).toEqual({ reached: [], carried: [], dropped: 0 });
  const told = "SELECT kind, content::jsonb AS content FROM release.log ORDER BY seq DESC LIMIT 1";
  expect(await asOwner("collector", told)).toMatchObject([
    { kind: "answers-left-sealed", content: { quarter: Q1, received: 12, counted: 0 } },
  ]);
  await expect(mixRound(Q1)).rejects.toMatchObject({ reason: "wrong-state" });
});

test("a quarter that is set aside stops no other: its report is out, what waits goes on, the next is mixed", async () => {
  const [regretted = ""] = await answerMany(await openSmallRound(), "A", 5);
  await closeRound(Q1);
  await mixRound(Q1);
  await planSmallRound(Q3);
  await answerMany(await roundOf(Q2), "B", 12);
  await withdrawReceipt(regretted);
  await closeRound(Q2);
  await issueOneLess(Q2);
  await mixRound(Q2);
  const { state, withdrawn } = await roundOf(Q2);
  expect(withdrawn).toBe(1);
  expect(await publicReceipts(Q2)).toEqual({ reached: [], carried: [], dropped: 0 });
  const ready = { due: false, unitsCounted: 1, corrects: false, hasNote: false };
  expect(publishBlockers({ roundState: state, ...ready })).toEqual([]);

  await planSmallRound(Q4);
  await answerMany(await roundOf(Q3), "A", 6);
  await closeRound(Q3);
  await mixRound(Q3);
  expect(await roundOf(Q3)).toMatchObject({ state: "mixed", received: 6, counted: 10 });
  expect((await allAtoms()).map(({ unit, n }) => [unit, n])).toEqual([["A", 10]]);
  expect((await publicReceipts(Q3))?.reached).toHaveLength(10);
  expect(await sealedAnswers()).toHaveLength(12);
});

/** A round whose answers are left for the auditor, and one two years later that would lie in the same inbox. */
async function setAside(): Promise<void> {
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
  await issueOneLess(Q1);
  await mixRound(Q1);
}

const auditor = () => commandLineActor("auditor", "test");
const END = afterEnd(Q1);
async function twoYearsOn(): Promise<void> {
  const { manifest, signed } = await roundOf(Q1);
  const quarter = "2028-Q1";
  const plan = { ...signed, quarter, manifest: JSON.stringify({ ...manifest, quarter }) } as const;
  await planRound(operator(), plan, END);
}

test("what is left for the auditor is not written over two years later: that quarter is refused until the auditor discards it", async () => {
  await setAside();
  await expect(twoYearsOn()).rejects.toMatchObject({ reason: "answers-left" });
  expect(await sealedAnswers()).toHaveLength(12);

  expect(await discardAnswers(auditor(), Q1, "räkningen är utredd", END)).toBe(true);
  expect(await sealedAnswers()).toEqual([]);
  expect(keysOf(Q1)).toEqual([]);
  expect((await roundOf(Q1)).state).toBe("set-aside");
  const told = "SELECT content::jsonb AS content FROM release.log WHERE kind = 'answers-discarded'";
  expect(await asOwner("collector", told)).toEqual([
    { content: { quarter: Q1, reason: "räkningen är utredd" } },
  ]);
  await twoYearsOn();
  expect((await readLog()).at(-1)?.kind).toBe("round-planned");
});

test("discarding twice, and twice at once, destroys once and never another quarter's answers", async () => {
  await setAside();
  const both = [1, 2].map(() => discardAnswers(auditor(), Q1, "utrett", END));
  expect((await Promise.all(both)).sort()).toEqual([false, true]);
  const later =
    "INSERT INTO collector.inbox SELECT slot, '\\x01', '', '', '' FROM release.rounds WHERE quarter = $1";
  await asOwner("collector", later, [Q1]);
  expect(await discardAnswers(auditor(), Q1, "utrett", END)).toBe(false);
  expect(await sealedAnswers()).toHaveLength(1);
});

test("only answers that were left for the auditor can be discarded", async () => {
  await answerMany(await openSmallRound(), "A", 3);
  for (const close of [async () => undefined, () => closeRound(Q1)]) {
    await close();
    const discard = discardAnswers(auditor(), Q1, "fel", END);
    await expect(discard).rejects.toMatchObject({ reason: "wrong-state" });
  }
  expect(await sealedAnswers()).toHaveLength(3);
});
