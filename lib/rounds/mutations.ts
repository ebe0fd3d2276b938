import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import type { OperatorActor } from "@/lib/auth/actor";
import { changeOf, termsIn } from "@/lib/changes/change";
import type { Ending } from "@/lib/changes/ending";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { MAY_STOP, type MixProgress } from "@/lib/mixing/progress";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { findRound } from "@/lib/rounds/data";
import { manifestSchema } from "@/lib/rounds/manifest";
import { RoundRefused, type RoundState, slotOf } from "@/lib/rounds/state";
import type { LogKind } from "@/lib/transparency/entry";
import { appendLog } from "@/lib/transparency/mutations";
import { discardedQuarters } from "@/lib/transparency/told";

/** A manifest as both custodians signed it. */
export type SignedPlan = {
  readonly quarter: Quarter;
  readonly manifest: string;
  readonly signatures: readonly [string, string];
  readonly questionnaire: string;
};

const sha256 = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

const fingerprint = (publicKey: string) =>
  createHash("sha256").update(publicKey, "base64url").digest("hex");

/** What the log says in plain sight of a plan; the manifest's hash covers this and the rest. */
function loggedPlan(text: string): Readonly<Record<string, unknown>> {
  const { limits, questionnaireHash, series, issuerKey, custodianKeys } = manifestSchema.parse(
    JSON.parse(text),
  );
  const keys = { issuer: fingerprint(issuerKey.n), custodians: custodianKeys.map(fingerprint) };
  return { limits, questionnaireHash, series, keys };
}

/** An inbox that an earlier round still needs, or that holds what was left for the auditor, takes no other round. */
async function refuseTakenSlot(slot: number): Promise<void> {
  const operator = db("operator");
  const holders = await operator.round.findMany({ where: { slot, state: { not: "mixed" } } });
  if (holders.some(({ state }) => state !== "set-aside")) throw new RoundRefused("slot-in-use");
  const noted = await operator.logEntry.findMany({ where: { kind: "answers-discarded" } });
  const discarded = discardedQuarters(noted);
  if (holders.some(({ quarter }) => !discarded.has(quarter))) {
    throw new RoundRefused("answers-left");
  }
}

/** What both custodians signed must be what is in force now: somebody may have changed it since the draft. */
async function refuseOtherLimits(tx: Prisma.TransactionClient, text: string): Promise<void> {
  const { limits } = manifestSchema.parse(JSON.parse(text));
  await lock(tx, "changes");
  const rows = await tx.change.findMany({ orderBy: { number: "asc" } });
  const { k, c } = termsIn(rows.map(changeOf));
  if (limits.k !== k || limits.c !== c) throw new RoundRefused("limits-changed");
}

/** Publishes a signed manifest as a planned round. Planning the same round again changes nothing. */
export async function planRound(_actor: OperatorActor, plan: SignedPlan, now: Date): Promise<void> {
  const operator = db("operator");
  if (await findRound(plan.quarter)) return;
  const slot = slotOf(plan.quarter);
  await refuseTakenSlot(slot);
  const hash = sha256(plan.manifest);
  const planned = loggedPlan(plan.manifest);
  await operator.$transaction(async (tx) => {
    await refuseOtherLimits(tx, plan.manifest);
    await tx.round.create({
      data: {
        quarter: plan.quarter,
        slot,
        state: "planned",
        manifest: plan.manifest,
        manifestHash: hash,
        signatures: [...plan.signatures],
        questionnaire: plan.questionnaire,
      },
    });
    await appendLog(tx, now, "round-planned", {
      quarter: plan.quarter,
      manifestHash: Buffer.from(hash).toString("hex"),
      ...planned,
    });
  });
}

type Step = {
  readonly quarter: Quarter;
  readonly from: RoundState;
  readonly data: { state: RoundState } & Record<string, unknown>;
  readonly log: { kind: LogKind; content: Readonly<Record<string, unknown>> };
};

/**
 * Moves a round and notes it, both or neither. False when the step was taken before: of two who press at
 * once, one is told so.
 */
async function take(
  { quarter, from, data, log }: Step,
  now: Date,
  check: (tx: Prisma.TransactionClient) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return db("operator").$transaction(async (tx) => {
    await check(tx);
    const { count } = await tx.round.updateMany({ where: { quarter, state: from }, data });
    if (count === 1) await appendLog(tx, now, log.kind, { quarter, ...log.content });
    return count === 1;
  });
}

/** Opens a planned round for answers. One at a time, and in the calendar's order. */
export async function openRound(
  _actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<boolean> {
  const log = { kind: "round-opened", content: {} } as const;
  const step = { quarter, from: "planned", data: { state: "issuing" }, log } as const;
  return take(step, now, async (tx) => {
    await lock(tx, "open-round");
    const [first] = await tx.round.findMany({
      where: { state: { in: ["issuing", "planned"] } },
      // "issuing" before "planned".
      orderBy: [{ state: "asc" }, { quarter: "asc" }],
      take: 1,
    });
    if (first && first.quarter !== quarter) throw new RoundRefused("wrong-state");
  });
}

/** What the issuer tells of its links when a round closes. */
type LinksOpen = {
  /** How many could be used in the quarter. */
  readonly linksOpen: number;
  /** Unit code → invited whose last day lies in the quarter. */
  readonly invited: Readonly<Record<string, number>>;
};

type GraceTotals = {
  readonly issued: number;
  readonly receivingStops: Date;
  readonly links: LinksOpen;
};

/**
 * The first step of closing, on the collector's side: no new credentials count, the grace period begins.
 * What the issuer tells of its links stands in the log only, where anybody can hold it against what was issued, and
 * so does why it ended early.
 */
export async function beginGrace(
  _actor: OperatorActor,
  { quarter, early }: Ending,
  { links, ...totals }: GraceTotals,
  now: Date,
): Promise<boolean> {
  if (!(await findRound(shiftQuarter(quarter, 1)))) throw new RoundRefused("next-round-missing");
  const content = { issued: totals.issued, ...links, ...(early === null ? {} : { early }) };
  const log = { kind: "issuing-stopped", content } as const;
  return take({ quarter, from: "issuing", data: { state: "grace", ...totals }, log }, now);
}

/** The second step: receiving has stopped, at `now`. */
export async function endGrace(
  _actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<boolean> {
  const round = await findRound(quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (round.state === "issuing" || round.state === "planned") throw new RoundRefused("wrong-state");
  if (round.state === "grace" && round.receivingStops && now < round.receivingStops) {
    throw new RoundRefused("grace-not-over");
  }
  const log = { kind: "receiving-stopped", content: {} } as const;
  const data = { state: "closed", receivingStops: now } as const;
  return take({ quarter, from: "grace", data, log }, now);
}

/** What stands in the place of a problem from when somebody asks a mix to stop. */
const CANCELLED = "cancelled";

/**
 * Writes down how far a mix has come, for the page that watches it. Throws `RoundRefused("cancelled")` when somebody
 * has asked it to stop and nothing is written yet.
 */
export function watchedMix(quarter: Quarter): MixProgress {
  let begun = false;
  return async (step, done, total) => {
    const { mixRun } = db("operator");
    const data = { step, done, total, problem: null };
    const anyhow = !begun || !MAY_STOP.includes(step);
    begun = true;
    if (anyhow) {
      const create = { quarter, ...data };
      await mixRun.upsert({ where: { quarter }, create, update: data });
      return;
    }
    const { count } = await mixRun.updateMany({ where: { quarter, problem: null }, data });
    if (count === 0) throw new RoundRefused("cancelled");
  };
}

/**
 * Asks the mix of a round to stop, whichever process it runs in: it does at its next report, as long as nothing is
 * written. False when it has come too far, or none has begun.
 */
export async function cancelMix(_actor: OperatorActor, quarter: Quarter): Promise<boolean> {
  const step = { in: MAY_STOP.filter((one) => one !== "write") };
  const asked = await db("operator").mixRun.updateMany({
    where: { quarter, step, problem: null },
    data: { problem: CANCELLED },
  });
  return asked.count === 1;
}

/** Writes down why a mix stopped: a refusal's reason, or "unexpected". */
export async function noteMixProblem(quarter: Quarter, problem: string): Promise<void> {
  await db("operator").mixRun.upsert({
    where: { quarter },
    create: { quarter, step: "open", done: 0, total: 1, problem },
    update: { problem },
  });
}
