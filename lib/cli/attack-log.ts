import { setTimeout as wait } from "node:timers/promises";
import { dueAfterMix, lastMixed } from "@/lib/attack/due";
import { logSelfAttack } from "@/lib/attack/mutations";
import { type Occasion, recordOf } from "@/lib/attack/record";
import type { AttackReport } from "@/lib/attack/report";
import type { OperatorActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { failureName, type Report } from "@/lib/log";
import { dayAt } from "@/lib/quarters/today";
import { attackApart } from "@/lib/threads/attacking";
import { readLog } from "@/lib/transparency/data";
import { version } from "@/package.json";

/** Logs what was found of the round that was mixed last. False: there is none yet, or the log says it already. */
export async function logAttack(
  actor: OperatorActor,
  report: AttackReport,
  occasion: Occasion,
  now: Date,
): Promise<boolean> {
  const quarter = lastMixed(await readLog());
  if (quarter === null) return false;
  const versions = { sorti: version, node: process.version };
  return logSelfAttack(actor, recordOf(report, { quarter, occasion, versions }), now);
}

/** Long enough for a mix in another process to put its files away. */
const SETTLE_MS = 15_000;

/** A leak stays; what a mix is about to put away does not. Only what is seen twice is told. */
async function seenTwice(settleMs: number, signal?: AbortSignal): Promise<AttackReport> {
  const first = await attackApart(signal);
  if (first.held) return first;
  await wait(settleMs);
  return attackApart(signal);
}

/** Attacks the round that was mixed last, if that was not done yet. True when it was due. */
export async function attackAfterMix(
  now: Date,
  settleMs = SETTLE_MS,
  signal?: AbortSignal,
): Promise<boolean> {
  if (dueAfterMix(await readLog()) === null) return false;
  const actor = commandLineActor("operator", "self-attack");
  await logAttack(actor, await seenTwice(settleMs, signal), "mix", now);
  return true;
}

const EVERY_MS = 60_000;

/** After a start the pages come first. */
const FIRST_MS = 5_000;

/** Attacks after every mix and every night, for as long as the server runs. Safe with several instances. */
export function startSelfAttacks(report: Report): { readonly stop: () => Promise<void> } {
  let night = dayAt(new Date());
  const stopping = new AbortController();
  const turn = async () => {
    const now = new Date();
    if (await attackAfterMix(now, SETTLE_MS, stopping.signal)) return;
    if (night === dayAt(now)) return;
    night = dayAt(now);
    const actor = commandLineActor("operator", "self-attack");
    await logAttack(actor, await seenTwice(SETTLE_MS, stopping.signal), "night", now);
  };
  let running: Promise<void> | undefined;
  const begin = () => {
    // The name only: a database's message may quote a row.
    const told = (cause: unknown) => {
      if (!stopping.signal.aborted) report("self-attack", failureName(cause));
    };
    running ??= turn()
      .catch(told)
      .finally(() => {
        running = undefined;
      });
  };
  const first = setTimeout(begin, FIRST_MS);
  const timer = setInterval(begin, EVERY_MS);
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(timer);
      // It reads only, and begins anew with the next start.
      stopping.abort();
      await running;
    },
  };
}
