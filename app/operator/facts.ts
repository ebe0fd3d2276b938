import { createHash } from "node:crypto";
import type { OperatorActor } from "@/lib/auth/actor";
import { mayCloseEarly } from "@/lib/changes/data";
import { unfinishedCoding } from "@/lib/coding/data";
import { env, isDemo, isPart } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { type ListedKey, listKeys } from "@/lib/keys/rounds";
import { isMixing, lastMixRun } from "@/lib/mixing/data";
import { OtherPartyAway } from "@/lib/parties/away";
import { figuresFor } from "@/lib/parties/data";
import { missingIn, publishFailures, receivedOf } from "@/lib/publishing/data";
import type { PublishTrouble } from "@/lib/publishing/due";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { STOPPED_BY_AUDIT } from "@/lib/reports/answers-missing";
import { findReport, reportVersions } from "@/lib/reports/data";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import { roundAtWork } from "@/lib/rounds/console-steps";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { isDone } from "@/lib/rounds/state";
import { firstBroken } from "@/lib/transparency/chain";
import { readLog } from "@/lib/transparency/data";
import { givenUpQuarters, loggedManifestHash, toldDestroyed } from "@/lib/transparency/told";

const isPublished = async (actor: OperatorActor, quarter: Quarter) =>
  (await reportVersions(actor, quarter)).length > 0;

/** Whether the report that is out says of the round's answers what is true now: they may have come later. */
async function isUpToDate(actor: OperatorActor, round: RoundRecord): Promise<boolean> {
  const report = await findReport(actor, round.quarter);
  return report !== null && (report.snapshot.answersMissing ?? null) === (await missingIn(round));
}

/** The last quarter that is done, if its report is out. */
async function lastPublished(
  actor: OperatorActor,
  rounds: readonly RoundRecord[],
): Promise<ReadonlySet<Quarter>> {
  const done = rounds.findLast(({ state }) => isDone(state));
  return new Set(done && (await isPublished(actor, done.quarter)) ? [done.quarter] : []);
}

function nextOf(rounds: readonly RoundRecord[], quarter: Quarter): ConsoleFacts["next"] {
  const next = rounds.find((one) => one.quarter === shiftQuarter(quarter, 1));
  if (!next) return "missing";
  return next.state === "planned" ? "planned" : "open";
}

type Log = Awaited<ReturnType<typeof readLog>>;

const has = (keys: readonly ListedKey[], owner: ListedKey["owner"], quarter: Quarter) =>
  keys.some((key) => key.owner === owner && key.use === quarter);

/** First groups of SHA-256 over a public key, as both custodians compare it. */
const fingerprint = (publicKey: string) =>
  createHash("sha256")
    .update(publicKey)
    .digest("hex")
    .slice(0, 16)
    .replace(/.{4}(?=.)/g, "$& ");

/** Whether the employer has reported headcounts for any of the quarter's months, as the report asks, and commented. */
async function employersPart(actor: OperatorActor, quarter: Quarter) {
  try {
    const { overview, comment } = await figuresFor(actor, quarter, false);
    const turnoverKnown = overview.units.some(({ staff }) => staff !== null);
    return { turnoverKnown, commented: comment !== null };
  } catch (cause) {
    // The page works while the issuer is away; publishing asks again.
    if (cause instanceof OtherPartyAway) return { turnoverKnown: false, commented: false };
    throw cause;
  }
}

/** Whether the issuer's key still exists: a file where the issuer is this process, else what the log does not tell yet. */
const issuerKeyExists = (keys: readonly ListedKey[], log: Log, quarter: Quarter): boolean =>
  isPart("issuer") ? has(keys, "issuer", quarter) : !toldDestroyed(log, quarter, "issuer");

/** What the attacker of releases stopped last, as far as it is not overcome. */
function leakOf(
  { state }: RoundRecord,
  stopped: string | null,
  failure: PublishTrouble | null,
): ConsoleFacts["leak"] {
  if (failure === "leak") return "report";
  return !isDone(state) && stopped === STOPPED_BY_AUDIT ? "mix" : null;
}

/**
 * Everything that the quarter page shows and its actions check again, about one quarter or the one that
 * needs a hand first; null when there is none.
 */
export async function quarterFacts(actor: OperatorActor, now: Date, chosen?: Quarter) {
  const rounds = await allRounds();
  const round = chosen
    ? rounds.find((one) => one.quarter === chosen)
    : roundAtWork(rounds, await lastPublished(actor, rounds));
  if (!round) return null;
  const { quarter, manifest, manifestHash } = round;
  const [log, received, mixing] = [await readLog(), await receivedOf(round), await isMixing()];
  const keys = listKeys(keyDirectory());
  const run = await lastMixRun(quarter);
  const failure = (await publishFailures(actor)).get(quarter)?.reason ?? null;
  const out = await isPublished(actor, quarter);
  const hash = Buffer.from(manifestHash).toString("hex");
  const facts: ConsoleFacts = {
    round: { ...round, issuingStops: manifest.issuingStops, publishes: manifest.publishes },
    now,
    today: dayAt(now),
    demo: isDemo(),
    endsEarly: await mayCloseEarly(actor, quarter),
    next: nextOf(rounds, quarter),
    earlierUnmixed: rounds.some((one) => one.quarter < quarter && !isDone(one.state)),
    received,
    issuerKeyHere: issuerKeyExists(keys, log, quarter),
    custodianKeysHere: [has(keys, 1, quarter), has(keys, 2, quarter)],
    custodianKeysGone: toldDestroyed(log, quarter, "custodians"),
    // The last keys are destroyed when the round is mixed already.
    mixing: mixing && (round.state === "closed" || has(keys, 1, quarter)),
    asLogged: loggedManifestHash(log, quarter) === hash,
    logHolds: firstBroken(log) === null,
    ...(await employersPart(actor, quarter)),
    texts: await unfinishedCoding(),
    givenUp: givenUpQuarters(log).has(quarter),
    published: await isUpToDate(actor, round),
    leak: leakOf(round, run?.problem ?? null, failure),
    overdue: failure !== null && failure !== "leak" && !out,
  };
  const [first, second] = manifest.custodianKeys;
  return {
    facts,
    round,
    rounds,
    log,
    run,
    fingerprints: [fingerprint(first), fingerprint(second)] as const,
    publication: {
      hour: env().SORTI_PUBLISH_HOUR,
      failure,
      out,
    },
    answering: rounds.some(({ state }) => state === "issuing"),
  };
}

export type QuarterFacts = NonNullable<Awaited<ReturnType<typeof quarterFacts>>>;
