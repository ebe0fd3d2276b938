import { commandLineActor } from "@/lib/auth/command-line";
import type { Secrets } from "@/lib/cli/seed/rounds";
import { openCoding, textsToOpen } from "@/lib/coding/data";
import { openTexts, peelTexts } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { readInDemonstration } from "@/lib/demo/readers";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey, unlockCustodianKey } from "@/lib/keys/unlock";
import { deskRows, readComment } from "@/lib/redaction/data";
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

function readAs(texts: Readonly<Record<string, string>>, n: number) {
  const { codes, paraphrase } = readInDemonstration(texts, n);
  return { codes: [...codes], paraphrase };
}
