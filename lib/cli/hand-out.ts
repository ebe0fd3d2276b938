import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import type { Holder } from "@/lib/auth/holder";
import { exchangePlace } from "@/lib/cli/exchange-leftovers";
import { signedTerms, termsLaid } from "@/lib/cli/handed-over";
import { readTextsFile, textsPlace } from "@/lib/cli/texts-file";
import { allCodings, notNow, textsToOpen, waitingTexts } from "@/lib/coding/data";
import { keyDirectory } from "@/lib/keys/directory";
import { publicKeysOf } from "@/lib/keys/public-keys";
import { toPeelParts } from "@/lib/mixing/to-peel";
import { gatherToPeel } from "@/lib/peeling/mutations";
import { isQuarter, type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";
import { isDone } from "@/lib/rounds/state";
import { utf8 } from "@/lib/sealing/bytes";
import { readLog } from "@/lib/transparency/data";
import { toldBy } from "@/lib/transparency/told";

export const HANDED_OUT = ["terms", "answers", "texts"] as const;
export type HandedOut = (typeof HANDED_OUT)[number];

/** A file for custodian 2, as it is fetched. */
export type OutFile = {
  readonly name: string;
  readonly parts: AsyncIterable<Uint8Array<ArrayBuffer>>;
};

async function* whole(text: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield utf8(text);
}

async function comments(): Promise<OutFile> {
  const { round, blob } = await textsToOpen();
  const content = {
    format: "sorti/texts-to-peel/1",
    round: round.quarter,
    manifestHash: Buffer.from(round.manifestHash).toString("hex"),
    blob: Buffer.from(blob).toString("base64"),
  };
  return { name: `${round.quarter}.texts-to-open`, parts: whole(`${JSON.stringify(content)}\n`) };
}

/** What custodian 2 fetches; null when there is none. Throws `RoundRefused` and `CodingRefused`. */
export async function handOut(
  { actor }: Holder,
  what: HandedOut,
  quarter: Quarter,
): Promise<OutFile | null> {
  if (what === "texts") return comments();
  if (what === "answers") {
    return { name: `${quarter}.to-open`, parts: toPeelParts(await gatherToPeel(actor, quarter)) };
  }
  const terms = termsLaid(quarter);
  return terms === null ? null : { name: `${quarter}.terms`, parts: whole(terms) };
}

/** A task of custodian 2's: it waits for them, or their part of it has been handed in. */
export type Task = { readonly quarter: Quarter; readonly state: "waits" | "handed-in" };

export type CustodianTasks = {
  /** The last quarter that custodian 2's public keys are known for here; null: none. */
  readonly keysUntil: Quarter | null;
  readonly terms: Task | null;
  readonly answers: (Task & { readonly checksum: string | null }) | null;
  readonly texts: Task | null;
  /** Quarters that are counted, whose key custodian 2 is to destroy. */
  readonly destroy: readonly Quarter[];
};

/** The checksum at the end of what was handed in, in short; null when nothing was. */
export function handedChecksum(quarter: Quarter): string | null {
  const place = exchangePlace(quarter);
  if (!existsSync(place)) return null;
  const file = openSync(place, "r");
  try {
    const last = Buffer.alloc(32);
    readSync(file, last, 0, 32, Math.max(0, fstatSync(file).size - 32));
    return last.toString("hex").slice(0, 16);
  } finally {
    closeSync(file);
  }
}

/** The terms that were laid out for a quarter that is not planned yet. */
function termsTask(planned: ReadonlySet<string>, now: Date): Task | null {
  const first = quarterOf(dayAt(now));
  const quarter = [-1, 0, 1, 2, 3, 4]
    .map((step) => shiftQuarter(first, step))
    .find((one) => !planned.has(one) && termsLaid(one) !== null);
  if (quarter === undefined) return null;
  return { quarter, state: signedTerms(quarter) === null ? "waits" : "handed-in" };
}

async function textsTask(): Promise<Task | null> {
  const waits = await waitingTexts();
  if (!waits || notNow(waits, await allCodings()) !== null) return null;
  const { quarter } = waits.round;
  return { quarter, state: readTextsFile(textsPlace(quarter)) === null ? "waits" : "handed-in" };
}

/** What waits for custodian 2, and how far it has come. */
export async function custodianTasks(now: Date): Promise<CustodianTasks> {
  const rounds = await allRounds();
  const gone = (await readLog()).filter(({ kind }) => kind === "key-destroyed").map(toldBy);
  const told = (quarter: string) =>
    gone.some((one) => one.quarter === quarter && ["custodians", "custodian2"].includes(one.of));
  const closed = rounds.find(({ state }) => !isDone(state));
  const answers = closed?.state === "closed" ? closed.quarter : null;
  const checksum = answers === null ? null : handedChecksum(answers);
  const known = Object.keys(publicKeysOf(keyDirectory(), 2)?.rounds ?? {}).filter(isQuarter);
  return {
    keysUntil: known.sort().at(-1) ?? null,
    terms: termsTask(new Set(rounds.map(({ quarter }) => quarter)), now),
    answers: answers && {
      quarter: answers,
      state: checksum === null ? "waits" : "handed-in",
      checksum,
    },
    texts: await textsTask(),
    destroy: rounds.flatMap(({ quarter, state }) =>
      state === "mixed" && !told(quarter) ? [quarter] : [],
    ),
  };
}
