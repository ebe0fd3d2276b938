import { commandLineActor } from "@/lib/auth/command-line";
import { env } from "@/lib/env";
import { failureName, type Report } from "@/lib/log";
import { dueNow } from "@/lib/publishing/data";
import { noteFailure } from "@/lib/publishing/mutations";
import { forgetUnconfirmed, sendWaitingMails } from "@/lib/subscriptions/mutations";
import { publishDueApart } from "@/lib/threads/publishing";

const EVERY_MS = 60_000;

/** After a start the pages come first. */
const FIRST_MS = 2_000;

type Told = {
  /** Gets what failed, by the error's name only. */
  readonly report: (failure: string) => void;
  /** Aborted when the server stops. */
  readonly stopped: AbortSignal;
};

/** Publishes what is due, in a process of its own: whoever is answered here waits for nothing. */
async function publish(now: Date, { report, stopped }: Told): Promise<void> {
  const actor = commandLineActor("operator", "publication");
  const from = env().SORTI_PUBLISH_HOUR;
  const due = await dueNow(actor, now, from);
  if (due.length === 0 || stopped.aborted) return;
  try {
    const { problems } = await publishDueApart(actor, now, from, stopped);
    for (const problem of problems) report(problem);
  } catch (cause) {
    if (stopped.aborted) return;
    // A machine that has not memory enough for it is not asked again every minute.
    for (const quarter of await dueNow(actor, now, from)) {
      await noteFailure(quarter, "unexpected", now);
    }
    throw cause;
  }
}

/** What the external party does by itself about reports: publishes what is due, and mails whoever subscribes. */
const WORK: Readonly<Record<string, (now: Date, told: Told) => Promise<unknown>>> = {
  publish,
  "mails about reports": sendWaitingMails,
  "unconfirmed addresses": forgetUnconfirmed,
};

/** One turn; a piece of work that fails is told and holds up no other. */
async function turn(report: Report, stopped: AbortSignal): Promise<void> {
  for (const [name, work] of Object.entries(WORK)) {
    // The name only: a database's message may quote a row.
    const told: Told = { report: (failure) => report(name, failure), stopped };
    await work(new Date(), told).catch((cause: unknown) => told.report(failureName(cause)));
  }
}

/** Does that every minute for as long as the server runs. Safe with several instances. */
export function startPublication(report: Report): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const begin = () => {
    running ??= turn(report, stopping.signal).finally(() => {
      running = undefined;
    });
  };
  const first = setTimeout(begin, FIRST_MS);
  const timer = setInterval(begin, EVERY_MS);
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
