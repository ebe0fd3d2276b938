import type { OperatorActor } from "@/lib/auth/actor";
import { readTextsFile, textsPlace } from "@/lib/cli/texts-file";
import { allCodings, type Coding, type NotNow, notNow, waitingTexts } from "@/lib/coding/data";
import { openedBy } from "@/lib/keys/opened";
import { deskRows, nextComment } from "@/lib/redaction/data";
import { type DeskProgress, progressOf } from "@/lib/redaction/queue";

/** Where the comments stand: why they cannot be opened, or whose turn it is. */
export type Stage = NotNow | "ready" | "peeled";

/** What is shown at the desk: the opened key's time, and the comment that this reader has before them. */
export type AtWork = {
  readonly until: Date;
  readonly comment: Awaited<ReturnType<typeof nextComment>>;
};

export type DeskFacts = {
  readonly stage: Stage;
  readonly coding: Coding | null;
  readonly progress: DeskProgress;
  readonly work: AtWork | null;
  readonly past: readonly Coding[];
};

/** The comment before a reader who has opened the key; null before that. */
async function atWork(
  actor: OperatorActor,
  coding: Coding | null,
  rows: Awaited<ReturnType<typeof deskRows>>,
  now: Date,
): Promise<AtWork | null> {
  const opened = coding && openedBy(actor.user, coding.quarter, now);
  if (!coding || !opened) return null;
  const desk = { quarter: coding.quarter, key: opened.key };
  return { until: opened.until, comment: await nextComment(actor, desk, rows) };
}

/** Everything that the page of the comments shows. */
export async function deskFacts(actor: OperatorActor, now: Date): Promise<DeskFacts> {
  const [waits, codings] = [await waitingTexts(), await allCodings()];
  const why = notNow(waits, codings);
  const peeled = waits && readTextsFile(textsPlace(waits.round.quarter));
  const coding = codings.find(({ state }) => state === "open") ?? null;
  const rows = await deskRows(actor);
  return {
    stage: why ?? (peeled ? "peeled" : "ready"),
    coding,
    progress: progressOf(rows),
    work: await atWork(actor, coding, rows, now),
    past: codings.filter(({ state }) => state !== "open"),
  };
}
