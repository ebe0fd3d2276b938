import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { verifyCredential } from "@/lib/credential/verify";
import { readIssuerKey } from "@/lib/keys/issuer-key";
import { openEnvelope, sealLayer } from "@/lib/sealing/open";
import { pointOf } from "@/lib/sealing/point";
import { asOwner } from "../support/databases";
import { closeRound, Q1 } from "../support/round";
import { signedAnswer } from "./answers";
import { perSecond } from "./clock";
import type { Extent, Figure, Section } from "./figures";
import { fillInbox } from "./fill";
import type { MixTimes } from "./mix-process";
import { freshRound } from "./open-round";

/** A process of its own, so that its memory is the mix's alone. */
async function mixProcess(): Promise<MixTimes> {
  const tsx = pathToFileURL("node_modules/tsx/dist/esm/index.mjs").href;
  const child = spawn(process.execPath, ["--import", tsx, "tests/bench/mix-process.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += String(chunk);
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error("the mix failed");
  return JSON.parse(printed) as MixTimes;
}

/** A closed round of so many answers, mixed. */
async function mixOf(n: number): Promise<MixTimes> {
  const { round } = await freshRound();
  await fillInbox(round, readIssuerKey(Q1) ?? "", n);
  await closeRound(Q1);
  // No credential was issued for what was put in; without this it would be left sealed.
  await asOwner("collector", "UPDATE release.rounds SET issued = $1 WHERE quarter = $2", [n, Q1]);
  return mixProcess();
}

/** Answers a second that all cores could verify and open twice, if nothing else were to be done. */
async function rawLimit(forMs: number): Promise<number> {
  const { round, issuer } = await freshRound();
  const { message, signature } = signedAnswer(issuer, round.manifestHash);
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { custodian: 1 as const, privateKey, publicPoint: pointOf(privateKey) };
  const envelope = sealLayer(1, key.publicPoint, new Uint8Array(4096), round.manifestHash);
  const one = perSecond(() => {
    openEnvelope(key, envelope, round.manifestHash);
    openEnvelope(key, envelope, round.manifestHash);
    verifyCredential(round.manifest.issuerKey, message, signature);
  }, forMs);
  return one * availableParallelism();
}

const withoutAudit = ({ peel, open, write }: MixTimes) => peel + open + write;
const thousands = (n: number) => n.toLocaleString("en");

function figuresOf(n: number, all: readonly MixTimes[], limit: number): Figure[] {
  const of = (name: string, unit: string, pick: (times: MixTimes) => number): Figure => ({
    name: `${thousands(n)} answers: ${name}`,
    unit,
    runs: all.map(pick),
  });
  return [
    {
      ...of("mix without audit", "answers/s", (times) => n / withoutAudit(times)),
      limit: { name: "verify + open twice, all cores", value: limit },
    },
    // Three minutes for 100 000, half an hour for a million: in step with the answers.
    { ...of("mix without audit", "s", withoutAudit), goal: { atMost: n * 0.0018 } },
    of("… peel", "s", ({ peel }) => peel),
    of("… open and count", "s", ({ open }) => open),
    of("… write", "s", ({ write }) => write),
    of("audit", "s", ({ audit }) => audit),
    of("peak memory of the process", "MB", ({ megabytes }) => megabytes),
  ];
}

/** How long the mix of a whole quarter takes, how that grows, and what it holds in memory. */
export async function mix({ quick }: Extent): Promise<Section> {
  const sizes = quick ? [1000, 10_000] : [1000, 10_000, 100_000];
  const limit = await rawLimit(quick ? 500 : 2000);
  const figures: Figure[] = [];
  let before: { n: number; seconds: number } | undefined;
  for (const n of sizes) {
    const runs = n < 10_000 || (n < 100_000 && !quick) ? 3 : 1;
    const all: MixTimes[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await mixOf(n));
    figures.push(...figuresOf(n, all, limit));
    const seconds = Math.min(...all.map(withoutAudit));
    if (before) {
      const growth = seconds / before.seconds;
      const name = `growth from ${thousands(before.n)} to ${thousands(n)}`;
      const linear = { name: "if linear", value: n / before.n };
      figures.push({ name, unit: "×", runs: [growth], limit: linear });
    }
    before = { n, seconds };
  }
  return { name: "mix", figures };
}
