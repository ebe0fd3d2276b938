import { randomBytes } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import { attackReadings } from "@/lib/audit/attack";
import { publishedRounds, releasedReadings } from "@/lib/audit/data";
import type { OperatorActor } from "@/lib/auth/actor";
import { openFrom } from "@/lib/coding/comment";
import type { Coding } from "@/lib/coding/data";
import { destroyCodingKeys } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import { geometricNoise } from "@/lib/disclosure/noise";
import { shuffle } from "@/lib/mixing/shuffle";
import type { Quarter } from "@/lib/quarters/quarter";
import type { CustodianKey } from "@/lib/sealing/open";
import { CODE_BOOK } from "@/lib/themes/code-book";
import { type Approved, finishedCoding, type ThemeRelease } from "@/lib/themes/finished";
import { themesHash } from "@/lib/themes/release-hash";
import { appendLog } from "@/lib/transparency/mutations";

type Transaction = Prisma.TransactionClient;

const secureRandom = (n: number) => new Uint8Array(randomBytes(n));

/** Every comment with what two people made of it. Throws `CodingRefused` when one is missing or does not open. */
async function approvedComments(
  tx: Transaction,
  { quarter, comments }: Pick<Coding, "quarter" | "comments">,
  key: CustodianKey,
): Promise<readonly Approved[]> {
  const rows = await tx.comment.findMany();
  if (rows.length !== comments || rows.some(({ state }) => state !== "approved")) {
    throw new CodingRefused("not-approved");
  }
  return rows.map(({ id, sealed, work }) => {
    const place = { quarter, id };
    const comment = openFrom(key, "comment", place, sealed);
    const made = work && openFrom(key, "work", place, work);
    if (!comment || !made) throw new CodingRefused("unreadable");
    return { comment, work: made };
  });
}

/** Opens, counts and draws the noise while nobody else can touch the coding. */
async function counted(
  tx: Transaction,
  quarter: Quarter,
  key: CustodianKey,
): Promise<ThemeRelease & { readonly comments: number }> {
  // The row first: of two that finish at once, the second waits here and then finds it finished.
  const [row] = await tx.$queryRaw<{ state: string; comments: number; pools: Uint8Array }[]>`
    SELECT state, comments, pools FROM redaction.codings WHERE quarter = ${quarter} FOR UPDATE`;
  if (row?.state !== "open") throw new CodingRefused("no-coding");
  await tx.$executeRaw`LOCK TABLE redaction.comments IN ACCESS EXCLUSIVE MODE`;
  const { comments, pools } = row;
  const approved = await approvedComments(tx, { quarter, comments }, key);
  const silent = openFrom(key, "pools", { quarter, id: "" }, pools);
  if (!silent) throw new CodingRefused("unreadable");
  const noise = geometricNoise(secureRandom);
  const drawn = shuffle(approved, secureRandom);
  return { ...finishedCoding(quarter, silent, drawn, noise), comments };
}

/** The independent attacker looks at the reading beside all earlier ones. Throws `CodingRefused` for a leak. */
async function audit({ themes, paraphrases }: ThemeRelease): Promise<void> {
  const earlier = await releasedReadings(CODE_BOOK);
  const readings = {
    ...earlier,
    themes: [...earlier.themes, ...themes],
    paraphrases: [...earlier.paraphrases, ...paraphrases],
  };
  const leaks = attackReadings({ rounds: await publishedRounds(), readings });
  if (leaks.length > 0) throw new CodingRefused("audit-failed");
}

/** One transaction: themes and paraphrases released, the comments emptied, both told. */
async function write(
  tx: Transaction,
  quarter: Quarter,
  key: CustodianKey,
  now: Date,
): Promise<void> {
  const { themes, paraphrases, comments } = await counted(tx, quarter, key);
  await audit({ themes, paraphrases });
  await tx.coding.update({
    where: { quarter },
    data: { state: "finished" },
    select: { quarter: true },
  });
  await tx.theme.createMany({
    data: themes.map(({ node, series, from, to, n, counts }) => {
      return { node, series, fromQuarter: from, toQuarter: to, n, counts };
    }),
  });
  await tx.paraphrase.createMany({
    data: paraphrases.map(({ node, to, place, text }) => ({ node, toQuarter: to, place, text })),
  });
  await tx.$executeRaw`TRUNCATE redaction.comments`;
  const release = await themesHash({ themes, paraphrases });
  const shown = { themes: themes.length, paraphrases: paraphrases.length };
  await appendLog(tx, now, "redacted", { quarter, comments, ...shown, release });
}

/**
 * Ends a coding: themes counted and noised once, paraphrases shuffled, every comment destroyed, all or nothing; then
 * its key is destroyed, and nobody opens a comment again. A second run is refused. Throws `CodingRefused`.
 */
export async function finishCoding(
  _actor: OperatorActor,
  quarter: Quarter,
  key: CustodianKey,
  now: Date,
): Promise<void> {
  await db("mixer").$transaction((tx) => write(tx, quarter, key, now), {
    maxWait: 30_000,
    timeout: 120_000,
  });
  await destroyCodingKeys(now);
}
