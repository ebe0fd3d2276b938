import { beforeAll, expect, test } from "vitest";
import { mixUnlocked } from "@/lib/closing/mutations";
import { lastMixRun } from "@/lib/mixing/data";
import { type MixProgress, type MixStep, toldTo } from "@/lib/mixing/progress";
import { cancelMix, watchedMix } from "@/lib/rounds/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  keysOf,
  openSmallRound,
  operator,
  Q1,
  roundOf,
  sealedAnswers,
} from "../../support/round";

const END = afterEnd(Q1);

beforeAll(async () => {
  await cleanDatabases();
  await answerMany(await openSmallRound(), "A", 12);
  await closeRound(Q1);
});

/** Asks the mix to stop as soon as it reports the step; what the asking was told. */
async function stoppedAt(step: MixStep) {
  const told: boolean[] = [];
  const stop: MixProgress = async (reached) => {
    if (reached === step && told.length === 0) told.push(await cancelMix(operator(), Q1));
  };
  const watched = toldTo(watchedMix(Q1), stop);
  const mix = mixUnlocked(operator(), Q1, await bothKeys(Q1), watched, END);
  const ended = await mix.then(
    () => "done",
    (cause: unknown) => (cause as { reason?: unknown }).reason,
  );
  return { told, ended };
}

const stored = async () => ({
  inbox: await sealedAnswers(),
  sealed: await asOwner("collector", "SELECT * FROM mixing.sealed ORDER BY kind"),
  atoms: await asOwner("collector", "SELECT * FROM release.atoms"),
  cells: await asOwner("collector", "SELECT * FROM release.cells"),
  receipts: await asOwner("collector", "SELECT * FROM release.receipts"),
  log: await asOwner("collector", "SELECT * FROM release.log ORDER BY seq"),
  keys: keysOf(Q1),
});

test("a mix that is stopped in any step before it writes changes nothing, and begun again it counts every answer", async () => {
  const before = await stored();
  expect(before.inbox).toHaveLength(12);
  expect(await cancelMix(operator(), Q1)).toBe(false);
  for (const step of ["peel", "open", "audit"] as const) {
    expect(await stoppedAt(step)).toEqual({ told: [true], ended: "cancelled" });
    expect(await stored()).toEqual(before);
    expect((await lastMixRun(Q1))?.problem).toBe("cancelled");
    expect(await roundOf(Q1)).toMatchObject({ state: "closed", counted: null });
  }
  // From here on it is too late, and nothing is left half done.
  expect(await stoppedAt("write")).toEqual({ told: [false], ended: "done" });
  expect(await roundOf(Q1)).toMatchObject({ state: "mixed", received: 12, counted: 12 });
  const { inbox, atoms, keys } = await stored();
  expect([inbox.length, atoms.length > 0, keys]).toEqual([0, true, []]);
  expect(await cancelMix(operator(), Q1)).toBe(false);
});
