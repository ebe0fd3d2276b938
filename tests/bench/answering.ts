import type { KeyObject } from "node:crypto";
import { availableParallelism } from "node:os";
import { dayAt } from "@/lib/quarters/today";
import type { RoundRecord } from "@/lib/rounds/record";
import { toBase64Url } from "@/lib/sealing/base64url";
import { newLink } from "../support/respondent";
import { signable, signedAnswer } from "./answers";
import { clientOf } from "./calls";
import { atOnce, quantile } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { freshRound } from "./open-round";
import { rawSigning, rawSigningWork } from "./protocol";
import { workedBy } from "./served-by";
import { startSorti } from "./server";

/** Both calls of one person, ready to send: the client's own work is not what is measured. */
export async function person(round: RoundRecord, issuer: KeyObject) {
  const today = dayAt(new Date());
  const token = toBase64Url(await newLink({ from: today, to: today }));
  const { message, signature, sealed, withdrawalHash } = signedAnswer(issuer, round.manifestHash);
  return {
    credential: { token, quarter: round.quarter, blinded: toBase64Url(signable()) },
    response: {
      message: toBase64Url(message),
      signature: toBase64Url(signature),
      sealed: toBase64Url(sealed),
      withdrawalHash: toBase64Url(withdrawalHash),
    },
  };
}

export type Person = Awaited<ReturnType<typeof person>>;

async function answersAtOnce(origin: string, people: readonly Person[], width: number) {
  const client = clientOf(origin, width);
  const done = await atOnce(people, width, async ({ credential, response }) => {
    const signed = await client.post("/api/survey/credential", credential);
    const stored = await client.post("/api/survey/responses", response);
    if (signed !== 200 || stored !== 204) throw new Error(`refused: ${signed}, ${stored}`);
  });
  client.close();
  return { perSecond: done.perSecond, p95: quantile(done.each, 0.95) };
}

/** Whole answers over HTTP (credential, then sealed answer), durable, by 1, 10 and 50 people at a time. */
export async function answering({ quick }: Extent): Promise<Section> {
  const [runs, n] = quick ? [3, 100] : [5, 500];
  const { round, issuer } = await freshRound();
  const cores = availableParallelism();
  const rawWork = rawSigningWork(issuer);
  const signed = rawSigning(issuer, quick ? 500 : 2000) * cores;
  const limit = { name: "raw RSA-3072 sign + check, all cores", value: signed };
  const server = await startSorti();
  const figures: Figure[] = [];
  try {
    const { pid } = server;
    const people = (count: number) =>
      Promise.all(Array.from({ length: count }, () => person(round, issuer)));
    await answersAtOnce(server.origin, await people(30), 5);
    for (const width of [1, 10, 50]) {
      const all = [];
      const worked: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const those = await people(n);
        const before = workedBy(pid);
        all.push(await answersAtOnce(server.origin, those, width));
        worked.push((workedBy(pid) - before) / n);
      }
      const name = `whole answers, ${width} at a time`;
      const perSecond = all.map((one) => one.perSecond);
      // One person alone waits for the disk and not for the server.
      const goal = width === 1 ? {} : { goal: { atLeast: 250 } };
      figures.push({ name, unit: "/s", runs: perSecond, limit, ...goal });
      const p95 = all.map((one) => one.p95);
      figures.push({ name: "… p95 of one", unit: "ms", runs: p95, goal: { atMost: 1000 } });
      const raw = { name: "raw RSA-3072 sign + check", value: rawWork };
      figures.push({
        name: "… processor time of the server",
        unit: "ms",
        runs: worked,
        limit: raw,
      });
    }
  } finally {
    await server.stop();
  }
  return { name: "answering over HTTP", figures };
}
