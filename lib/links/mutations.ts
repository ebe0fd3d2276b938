import { randomInt } from "node:crypto";
import type { Prisma } from "@/generated/employer/client";
import type { AuditorActor, HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Series } from "@/lib/disclosure/release";
import type { LinkWindow } from "@/lib/invitations/link-window";
import { letterTokenHash } from "@/lib/keys/letter-link";
import { linkKey, tokenHash } from "@/lib/keys/link-key";
import { drawLetterNumber } from "@/lib/letters/letter";

/** A link as it is put in: the token itself goes no further than its hash. */
export type NewLink = {
  readonly token: Uint8Array;
  readonly window: LinkWindow;
  readonly unit: string;
  readonly series: Series;
  readonly language: string;
};

/**
 * Puts a link in, once. The role may insert and not look: no conflict target, nothing returned.
 */
export async function layLink(_actor: HrActor | AuditorActor, link: NewLink): Promise<void> {
  const { token, window, unit, series, language } = link;
  const row = { tokenHash: tokenHash(token), windowFrom: window.from, windowTo: window.to };
  await db("identity").link.createMany({
    data: [{ ...row, unit, series, language }],
    skipDuplicates: true,
  });
}

/** Takes links back: they open nothing any more. Safe to repeat. */
export async function takeBackLinks(_actor: HrActor, tokens: readonly Uint8Array[]): Promise<void> {
  const data = tokens.map((token) => ({ tokenHash: tokenHash(token) }));
  await db("identity").cancellation.createMany({ data, skipDuplicates: true });
}

type Tx = Prisma.TransactionClient;

/** Numbers for so many letters, each drawn, none in use. Repeatable only under the caller's lock. */
async function newNumbers(tx: Tx, n: number): Promise<string[]> {
  const select = { number: true } as const;
  const letters = await tx.letter.findMany({ select });
  const takenBack = await tx.takenBackLetter.findMany({ select });
  const taken = new Set([...letters, ...takenBack].map(({ number }) => number));
  return Array.from({ length: n }, () => {
    const number = drawLetterNumber(randomInt, taken);
    taken.add(number);
    return number;
  });
}

/**
 * Makes a letter, with its link, of every invitation by letter that has none yet; returns how many.
 * Only what stands on the envelope and the hash of the code are written. The caller holds a lock.
 */
export async function layLetters(tx: Tx): Promise<number> {
  const waiting = await tx.invitation.findMany({
    where: { channel: "letter", letter: { is: null } },
    include: { departure: { select: { unitCode: true, language: true } } },
  });
  const numbers = await newNumbers(tx, waiting.length);
  const key = linkKey();
  const links = waiting.map(({ id, windowFrom, windowTo, series, departure }) => {
    const { unitCode: unit, language } = departure;
    return { tokenHash: letterTokenHash(key, id), windowFrom, windowTo, unit, series, language };
  });
  const letters = waiting.map(({ id, windowTo, departure }, i) => {
    const number = numbers[i] ?? "";
    return { id, number, language: departure.language, until: windowTo, state: "waiting" };
  });
  await tx.link.createMany({ data: links, skipDuplicates: true });
  await tx.letter.createMany({ data: letters });
  return letters.length;
}
