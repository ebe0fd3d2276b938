import { forgetOldSignIns } from "@/lib/auth/sessions";
import { tellAuditors } from "@/lib/change-mails/mutations";
import { expireChanges } from "@/lib/changes/mutations";
import { removeExchangeLeftovers } from "@/lib/cli/exchange-leftovers";
import { readMailReturns } from "@/lib/cli/mail-returns";
import { remindIssuer } from "@/lib/closing/mutations";
import { destroyCodingKeys } from "@/lib/coding/mutations";
import { finishConfirmations, tellForIssuer } from "@/lib/confirmation/mutations";
import { tellDecisions } from "@/lib/decisions/mutations";
import { disposeDue } from "@/lib/disposal/mutations";
import { readDisposalTime } from "@/lib/disposal-clock/mutations";
import { isPart } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { removeKeyLeftovers } from "@/lib/keys/leftovers";
import { failureName, log, type Report } from "@/lib/log";
import { recallUsedLinks } from "@/lib/used-links/mutations";

const EVERY_MS = 10 * 60_000;

async function tellRecalled(now: Date): Promise<void> {
  const count = await recallUsedLinks(now);
  if (count > 0) log("used-links-recalled", { count });
}

/** What goes by a date goes by a clock that is believed; keys and what else an event ends never wait for it. */
async function disposeByDate(now: Date): Promise<void> {
  await disposeDue(await readDisposalTime(now));
}

/** One round: what a running server puts away and finishes by itself. A problem is told; the next round tries again. */
async function tidy(report: Report): Promise<void> {
  const own = [
    (now: Date) => removeKeyLeftovers(keyDirectory(), now),
    // Before anything is disposed of: what a restored database has forgotten.
    ...(isPart("issuer") ? [tellRecalled] : []),
    disposeByDate,
    forgetOldSignIns,
    ...(isPart("issuer") ? [finishConfirmations, readMailReturns] : []),
    ...(isPart("collector")
      ? [
          remindIssuer,
          tellForIssuer,
          tellDecisions,
          removeExchangeLeftovers,
          destroyCodingKeys,
          expireChanges,
          tellAuditors,
        ]
      : []),
  ];
  for (const work of own) {
    try {
      await work(new Date());
    } catch (cause) {
      // The name only: a database's message may quote a row.
      report("housekeeping", failureName(cause));
    }
  }
}

/** Tidies now and every ten minutes, until it is stopped; resolves after the first round. */
export async function startHousekeeping(
  report: Report,
  everyMs = EVERY_MS,
): Promise<{ readonly stop: () => Promise<void> }> {
  await tidy(report);
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = tidy(report);
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
