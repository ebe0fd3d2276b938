import {
  constants,
  createPublicKey,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
} from "node:crypto";
import pg from "pg";
import { issueCredential } from "@/lib/credential/mutations";
import { verifyCredential } from "@/lib/credential/verify";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { receivingRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { ownerUrl } from "../support/databases";
import { newLink } from "../support/respondent";
import { type SignedAnswer, signable, signedAnswer } from "./answers";
import { atOnce, median, perSecond, worked } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { freshRound } from "./open-round";

const RAW = { padding: constants.RSA_NO_PADDING };
/** As many at a time as a busy minute brings: the database and the processor take turns. */
const WIDTH = 8;
const DAY = "2026-02-01";

/** What signing is with nothing around it: raw RSA and the check that nothing faulty leaves. */
function rawSignature(issuer: KeyObject): () => unknown {
  const publicKey = createPublicKey(issuer);
  const blinded = signable();
  return () =>
    publicDecrypt({ key: publicKey, ...RAW }, privateEncrypt({ key: issuer, ...RAW }, blinded));
}

/** How often a second one core signs and checks. */
export const rawSigning = (issuer: KeyObject, forMs: number): number =>
  perSecond(rawSignature(issuer), forMs);

/** The processor time that one signature and its check take, ms. */
export const rawSigningWork = (issuer: KeyObject): number => worked(rawSignature(issuer), 200);

async function issuing(round: RoundRecord, n: number): Promise<number> {
  const asked = [];
  for (let i = 0; i < n; i += 1) {
    const token = await newLink({ from: DAY, to: DAY });
    asked.push({ token, quarter: round.quarter, blinded: signable() });
  }
  const done = await atOnce(asked, WIDTH, async (request) => {
    const reply = await issueCredential(request, DAY);
    if (reply.kind !== "signed") throw new Error(`not signed: ${reply.error}`);
  });
  return done.perSecond;
}

const INSERT = `
  INSERT INTO collector.inbox (slot, message, signature, sealed, withdrawal_hash)
  VALUES ($1, $2, $3, $4, $5)`;

/** The same row by the plainest client there is. */
async function rawInserts(slot: number, answers: readonly SignedAnswer[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl("collector"), max: WIDTH });
  const done = await atOnce(answers, WIDTH, async (one) => {
    const bytes = [one.message, one.signature, one.sealed, one.withdrawalHash].map(Buffer.from);
    await pool.query({ name: "insert", text: INSERT, values: [slot, ...bytes] });
  });
  await pool.end();
  return done.perSecond;
}

async function storing(answers: readonly SignedAnswer[]): Promise<number> {
  const receiving = await receivingRounds();
  const done = await atOnce(answers, WIDTH, async (answer) => {
    const outcome = await receiveAnswer(answer, receiving);
    if (outcome !== "stored") throw new Error(`not stored: ${outcome}`);
  });
  return done.perSecond;
}

/** Credentials and answers a second in one process: our functions beside what they cannot beat. */
export async function protocol({ quick }: Extent): Promise<Section> {
  const [runs, n, forMs] = quick ? [3, 150, 500] : [5, 600, 2000];
  const { round, issuer } = await freshRound();
  const answersFor = (count: number) =>
    Array.from({ length: count }, () => signedAnswer(issuer, round.manifestHash));
  const sample = signedAnswer(issuer, round.manifestHash);
  const publicKey = createPublicKey(issuer);
  const verifications = perSecond(
    () => verifyCredential(publicKey, sample.message, sample.signature),
    forMs,
  );
  const signatures = rawSigning(issuer, forMs);
  await issuing(round, 50);
  const issued: number[] = [];
  const inserted: number[] = [];
  const stored: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    issued.push(await issuing(round, n));
    inserted.push(await rawInserts(round.slot, answersFor(n)));
    stored.push(await storing(answersFor(n)));
  }
  const figures: Figure[] = [
    {
      name: "issue a credential (link, redemption, signature)",
      unit: "/s",
      runs: issued,
      limit: { name: "raw RSA-3072 sign + check, one core", value: signatures },
    },
    {
      name: "verify and store an answer",
      unit: "/s",
      runs: stored,
      limit: { name: `raw INSERT of the row, ${WIDTH} at a time`, value: median(inserted) },
    },
    { name: "verify a credential, one core", unit: "/s", runs: [verifications] },
  ];
  return { name: "protocol", figures };
}
