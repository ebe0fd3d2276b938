import { z } from "zod";
import type { Program } from "@/lib/auth/api-key";
import { type Answer, answerOf, type Said } from "@/lib/import-calls/answer";
import { asTextFile, holdAgainstStored, type ImportFile } from "@/lib/imports/data";
import { changesNothing } from "@/lib/imports/kind-plan";
import { alone, importWithin } from "@/lib/imports/mutations";

/** A program's call. `name`: its Idempotency-Key; `asked`: a hash of all that it asks for. */
export type Call = {
  readonly name: string | null;
  readonly asked: string;
  readonly allowRemovals: boolean;
};

type Called = Answer & {
  /** The import that this call made, and no earlier one like it. */
  readonly importId: string | null;
};

const stored = z.record(z.string(), z.unknown());

/**
 * Imports a file for a program. A call that did something is remembered in the same transaction: the same name
 * again is answered the same and does nothing, and with another file it is refused.
 */
export async function importByCall(
  { keyId, actor }: Program,
  call: Call,
  file: ImportFile,
  about: { readonly said: Said; readonly now: Date },
): Promise<Called> {
  const { name, asked, allowRemovals } = call;
  const text = { kind: file.kind, bytes: await asTextFile(file.bytes) };
  return alone(async (writer) => {
    const before = name
      ? await writer.apiCall.findUnique({ where: { keyId_call: { keyId, call: name } } })
      : null;
    if (before) {
      return before.asked === asked
        ? { status: before.status, body: stored.parse(before.answer), importId: null }
        : { status: 409, body: { outcome: "call-was-another" }, importId: null };
    }
    const done = await importWithin(writer, actor, text, { allowRemovals, now: about.now });
    const answer = answerOf(done, about.said);
    const importId = done.outcome === "applied" ? done.importId : null;
    if (name && importId) {
      const kept = { status: answer.status, answer: { ...(answer.body as object) } };
      await writer.apiCall.createMany({
        data: [{ keyId, call: name, asked, at: about.now, ...kept }],
      });
    }
    return { ...answer, importId };
  });
}

/** What a file would do, without doing it. */
export async function tryForCall(
  file: ImportFile,
  about: { readonly said: Said; readonly now: Date },
): Promise<Answer> {
  const held = await holdAgainstStored(file, about.now);
  if (!held.ok) return answerOf({ outcome: "problems", problems: held.problems }, about.said);
  const outcome = changesNothing(held.planned) ? "nothing" : "dry-run";
  return answerOf({ outcome, planned: held.planned }, about.said);
}
