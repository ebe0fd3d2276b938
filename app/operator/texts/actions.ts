"use server";

import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { given, givenForm } from "@/app/_shell/given-form";
import type { SaveProblem, SaveReply } from "@/app/operator/texts/reply";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { readTextsFile, removeTextsFile, textsPlace } from "@/lib/cli/texts-file";
import { type Coding, openCoding, textsToOpen } from "@/lib/coding/data";
import { giveUpCoding, openTexts } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { reasonOf as givenReason } from "@/lib/discarding/reason";
import { keyDirectory } from "@/lib/keys/directory";
import { forgetOpened, keepOpened, openedBy } from "@/lib/keys/opened";
import { KeyRefused } from "@/lib/keys/refused";
import { unlockCodingKey } from "@/lib/keys/unlock";
import { type AtDesk, deskNames, readComment } from "@/lib/redaction/data";
import { type Draft, draftProblems, draftWarnings, isWarned } from "@/lib/redaction/draft";
import { MAX_REASON } from "@/lib/redaction/limits";
import { approveWork, saveWork, sendBack } from "@/lib/redaction/mutations";
import { RoundRefused } from "@/lib/rounds/state";
import { finishCoding } from "@/lib/themes/mutations";

const page = (said: Record<string, string>): never =>
  redirect(`/operator/texts?${new URLSearchParams(said)}`);

/** A refusal as its reason; anything else is a fault of ours and goes on to the error page. */
function reasonOf(cause: unknown): string {
  const refused =
    cause instanceof CodingRefused || cause instanceof KeyRefused || cause instanceof RoundRefused;
  if (refused) return cause.reason;
  throw cause;
}

/** Works, then shows the page with what came of it. */
async function then(done: string, work: () => Promise<void>): Promise<never> {
  const said = await work().then(
    () => ({ done }),
    (cause: unknown) => ({ problem: reasonOf(cause) }),
  );
  return page(said);
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const secretIn = (form: FormData) => ({ passphrase: text(form, "passphrase") });

export async function openNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  await then("opened", async () => {
    const place = textsPlace((await textsToOpen()).round.quarter);
    const peeled = readTextsFile(place);
    if (!peeled) throw new CodingRefused("outdated");
    await openTexts(actor, peeled, secretIn(form), new Date());
    removeTextsFile(place);
  });
}

async function codingHere(): Promise<Coding> {
  const coding = await openCoding();
  if (!coding) throw new CodingRefused("no-coding");
  return coding;
}

async function unlockFor(actor: OperatorActor, form: FormData): Promise<void> {
  const { quarter } = await codingHere();
  const key = await unlockCodingKey({ dir: keyDirectory(), quarter }, secretIn(form));
  keepOpened(actor.user, quarter, key, new Date());
}

export async function unlockNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  await then("unlocked", () => unlockFor(actor, form));
}

export async function lockNow(): Promise<void> {
  const actor = await requireOperator();
  forgetOpened(actor.user);
  page({ done: "locked" });
}

/** The open coding with the key that this reader has opened. Throws `CodingRefused("no-key")`. */
async function deskOf(actor: OperatorActor): Promise<Coding & AtDesk> {
  const coding = await codingHere();
  const opened = openedBy(actor.user, coding.quarter, new Date());
  if (!opened) throw new CodingRefused("no-key");
  return { ...coding, key: opened.key };
}

const draftIn = (form: FormData): Draft => ({
  codes: form.getAll("theme").map(String),
  paraphrase: text(form, "paraphrase"),
  none: form.get("none") === "yes",
});

/** Good for one paraphrase: whoever changes it looks at its own warnings again. */
const sureOf = ({ paraphrase }: Draft) => createHash("sha256").update(paraphrase).digest("hex");

/** Opens the key again where its half hour ran out while somebody wrote. */
async function awake(actor: OperatorActor, form: FormData): Promise<SaveProblem | null> {
  const coding = await codingHere();
  if (openedBy(actor.user, coding.quarter, new Date())) return null;
  if (text(form, "passphrase") === "") return "asleep";
  try {
    await unlockFor(actor, form);
    return null;
  } catch (cause) {
    if (cause instanceof KeyRefused) return "wrong-passphrase";
    throw cause;
  }
}

/** Saves a comment's work, or says what to look at; null when it was saved. */
async function attempt(
  actor: OperatorActor,
  form: FormData,
  draft: Draft,
): Promise<Pick<SaveReply, "problems" | "warnings"> | null> {
  const asleep = await awake(actor, form);
  const problems = [...(asleep ? [asleep] : []), ...draftProblems(draft)];
  if (problems.length > 0) return { problems, warnings: null };
  const desk = await deskOf(actor);
  const shown = await readComment(actor, desk, text(form, "id"));
  if (shown?.task !== "code") throw new CodingRefused("changed");
  const written = Object.values(shown.comment.texts);
  const warnings = draftWarnings(draft.paraphrase, written, deskNames());
  if (isWarned(warnings) && text(form, "sure") !== sureOf(draft)) return { problems, warnings };
  const paraphrase = draft.none ? null : draft.paraphrase.trim();
  await saveWork(actor, desk, shown.id, text(form, "seen"), {
    codes: [...draft.codes],
    paraphrase,
  });
  return null;
}

/** Of what the form was last answered, only how often matters here. */
const lastReply = z.object({ attempt: z.int() });

/** Saves what the first reader made of a comment. Whatever is refused or pointed out, nothing typed is lost. */
export async function saveComment(last: SaveReply, sent: FormData): Promise<SaveReply> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const before = given(lastReply, last);
  const draft = draftIn(form);
  const tried = await attempt(actor, form, draft).catch((cause: unknown) => reasonOf(cause));
  if (tried === null) return page({ done: "saved" });
  if (typeof tried === "string") return page({ problem: tried });
  return { attempt: before.attempt + 1, ...tried, sure: sureOf(draft), ...draft };
}

export async function approve(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  await then("approved", async () => {
    // Whoever approves has the comment itself in sight.
    await deskOf(actor);
    await approveWork(actor, text(form, "id"), text(form, "seen"));
  });
}

export async function returnComment(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const reason = text(form, "reason").trim();
  if (reason === "" || reason.length > MAX_REASON) return page({ problem: "no-reason" });
  await then("returned", async () => {
    const shown = { id: text(form, "id"), seen: text(form, "seen") };
    await sendBack(actor, await deskOf(actor), shown, reason);
  });
}

export async function finish(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  if (form.get("understood") !== "yes") return page({ problem: "not-understood" });
  await then("finished", async () => {
    const { quarter, key } = await deskOf(actor);
    await finishCoding(actor, quarter, key, new Date());
  });
}

/** Ends a reading whose key is lost, when whoever asks has said why and written its quarter once more. */
export async function giveUp(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const coding = await openCoding();
  if (!coding) return page({ problem: "no-coding" });
  const { quarter } = coding;
  const reason = givenReason(text(form, "reason"));
  if (reason === null) return page({ problem: "give-up-reason" });
  if (text(form, "word").trim() !== quarter) return page({ problem: "give-up-word" });
  await then("given-up", async () => {
    await giveUpCoding(actor, quarter, reason, new Date());
  });
}
