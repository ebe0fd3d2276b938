import { commandLineActor } from "@/lib/auth/command-line";
import { env } from "@/lib/env";
import { publishDue } from "@/lib/publishing/mutations";
import { forgetUnconfirmed, sendWaitingMails } from "@/lib/subscriptions/mutations";

const EVERY_MS = 60_000;

/** After a start the pages come first. */
const FIRST_MS = 2_000;

type Report = (problem: string) => void;

/** What the external party does by itself about reports: publishes what is due, and mails whoever subscribes. */
const WORK: Readonly<Record<string, (now: Date, report: Report) => Promise<unknown>>> = {
  publish: (now, report) => {
    const actor = commandLineActor("operator", "publication");
    return publishDue(actor, now, { from: env().SORTI_PUBLISH_HOUR, report });
  },
  "mails about reports": sendWaitingMails,
  "unconfirmed addresses": forgetUnconfirmed,
};

/** One turn; a piece of work that fails is told and holds up no other. */
async function turn(report: Report): Promise<void> {
  for (const [name, work] of Object.entries(WORK)) {
    // The name only: a database's message may quote a row.
    const told = (problem: string) => report(`${name}: ${problem}`);
    await work(new Date(), told).catch((cause: unknown) =>
      told(cause instanceof Error ? cause.name : "unknown"),
    );
  }
}

/** Does that every minute for as long as the server runs. Safe with several instances. */
export function startPublication(report: Report): { readonly stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  const begin = () => {
    running ??= turn(report).finally(() => {
      running = undefined;
    });
  };
  const first = setTimeout(begin, FIRST_MS);
  const timer = setInterval(begin, EVERY_MS);
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
}
