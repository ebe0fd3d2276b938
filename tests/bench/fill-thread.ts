import { createPrivateKey } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { answerStep, pad } from "@/lib/sealing/envelope";
import { sealLayer } from "@/lib/sealing/open";
import { signedAnswer } from "./answers";

/** What one thread puts into the inbox: so many answers to the small questionnaire, spread over four units. */
export type Filling = {
  readonly connectionString: string;
  readonly slot: number;
  readonly manifestHash: Uint8Array;
  readonly custodianKeys: readonly [string, string];
  readonly issuerPem: string;
  readonly from: number;
  readonly to: number;
};

const UNITS = ["A", "B", "C", "D"] as const;
const REASONS = ["pay", "stress"] as const;
const BATCH = 200;
const INSERT = `
  INSERT INTO collector.inbox (slot, message, signature, sealed, withdrawal_hash)
  SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[])`;

const { connectionString, slot, manifestHash, custodianKeys, issuerPem, from, to } =
  workerData as Filling;
const issuer = createPrivateKey(issuerPem);
const [first, second] = custodianKeys.map((key) => fromBase64Url(key)) as [Uint8Array, Uint8Array];

/** Every third person writes something; the rest is as varied as the number. */
function payload(n: number) {
  const words = n % 3 === 0 ? { words: `${n} `.padEnd(50, "ord ") } : {};
  const [reason, unit] = [REASONS[n % 2] ?? "pay", UNITS[n % 4] ?? "A"];
  const answers = { exit: "resign", reason, lever: ["talk"], how: (n % 5) + 1, recommend: n % 11 };
  return { answers: { ...answers, ...words }, unit, series: "leaver" };
}

function sealedAnswer(n: number): Uint8Array<ArrayBuffer> {
  const plaintext = utf8(canonicalJson(payload(n)));
  const padded = pad(plaintext, answerStep(plaintext.length));
  return sealLayer(2, second, sealLayer(1, first, padded, manifestHash), manifestHash);
}

const client = new pg.Client({ connectionString });
await client.connect();
for (let at = from; at < to; at += BATCH) {
  const rows = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) =>
    signedAnswer(issuer, manifestHash, sealedAnswer(at + i)),
  );
  await client.query(INSERT, [
    slot,
    rows.map((row) => Buffer.from(row.message)),
    rows.map((row) => Buffer.from(row.signature)),
    rows.map((row) => Buffer.from(row.sealed)),
    rows.map((row) => Buffer.from(row.withdrawalHash)),
  ]);
}
await client.end();
parentPort?.postMessage("filled");
