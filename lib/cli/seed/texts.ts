import { commandLineActor } from "@/lib/auth/command-line";
import type { Secrets } from "@/lib/cli/seed/rounds";
import { type Coding, openCoding, textsToOpen } from "@/lib/coding/data";
import { openTexts, peelTexts } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { readInDemonstration } from "@/lib/demo/readers";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey, unlockCustodianKey } from "@/lib/keys/unlock";
import { type AtDesk, deskRows, readComment } from "@/lib/redaction/data";
import { approveWork, saveWork } from "@/lib/redaction/mutations";
import { finishCoding } from "@/lib/themes/mutations";

const first = () => commandLineActor("operator", "demonstration, first reader");
const second = () => commandLineActor("operator", "demonstration, second reader");

/** Comments that are left for whoever tries the desk: unread ones, and some that wait for the second reader. */
const [UNREAD, UNSEEN] = [3, 2];

/** Both custodians' halves; false where nothing may be read yet. */
async function opened([one, two]: Secrets, now: Date): Promise<boolean> {
  const dir = keyDirectory();
  const { quarter } = (await textsToOpen()).round;
  const key = await unlockCustodianKey({ dir, custodian: 2, quarter }, two);
  try {
    await openTexts(first(), await peelTexts(first(), key), one, now);
    return true;
  } catch (cause) {
    if (cause instanceof CodingRefused && cause.reason === "too-few") return false;
    throw cause;
  }
}

/** Two readers of the demonstration read what people wrote; `finish`: to the end, else some are left to be tried. */
export async function readComments(secrets: Secrets, finish: boolean, now: Date): Promise<void> {
  if (!(await opened(secrets, now))) return;
  const coding = await openCoding();
  if (!coding) return;
  const { quarter } = coding;
  const key = await unlockCodingKey({ dir: keyDirectory(), quarter }, secrets[0]);
  const at = { ...coding, key };
  const rows = await deskRows(first());
  const read = finish ? rows : rows.slice(UNREAD);
  for (const [n, { id }] of read.entries()) {
    const shown = await readComment(first(), at, id);
    if (shown) await saveWork(first(), at, id, "", readAs(shown.comment.texts, n));
  }
  for (const { id } of finish ? read : read.slice(UNSEEN)) {
    const shown = await readComment(second(), at, id);
    if (shown) await approveWork(second(), id, shown.seen);
  }
  if (finish) await finishCoding(first(), quarter, key, now);
}

/** A first reader takes what nobody has read, and what was sent back. */
async function readTheRest(at: Coding & AtDesk): Promise<void> {
  const rows = await deskRows(first());
  for (const [n, { id, state }] of rows.entries()) {
    const shown =
      state === "approved" || state === "coded" ? null : await readComment(first(), at, id);
    if (shown) await saveWork(first(), at, id, shown.seen, readAs(shown.comment.texts, n));
  }
}

/** Somebody else than who read a comment approves it. */
async function approveTheRest(at: Coding & AtDesk): Promise<void> {
  for (const { id, state, codedBy } of await deskRows(first())) {
    const reader = codedBy === second().user ? first() : second();
    const shown = state === "coded" ? await readComment(reader, at, id) : null;
    if (shown) await approveWork(reader, id, shown.seen);
  }
}

/** What lies at the desk is read to its end by two, whatever a visitor has done with it. */
async function finishReading([one]: Secrets, now: Date): Promise<void> {
  const coding = await openCoding();
  if (!coding) return;
  const { quarter } = coding;
  const key = await unlockCodingKey({ dir: keyDirectory(), quarter }, one);
  await readTheRest({ ...coding, key });
  await approveTheRest({ ...coding, key });
  await finishCoding(first(), quarter, key, now);
}

/**
 * After a later quarter is mixed: the comments that lay at the desk are finished, and new ones are opened, of which
 * some are left to be tried. What cannot be read now is left as it is.
 */
export async function readCommentsAhead(secrets: Secrets, now: Date): Promise<void> {
  try {
    await finishReading(secrets, now);
    await readComments(secrets, false, now);
  } catch (cause) {
    if (!(cause instanceof CodingRefused)) throw cause;
  }
}

function readAs(texts: Readonly<Record<string, string>>, n: number) {
  const { codes, paraphrase } = readInDemonstration(texts, n);
  return { codes: [...codes], paraphrase };
}
