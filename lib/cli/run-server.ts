import path from "node:path";
import { assertDemoAccountsAllowed } from "@/lib/auth/demo-accounts";
import { startSelfAttacks } from "@/lib/cli/attack-log";
import { builtFrom } from "@/lib/cli/build";
import { notEndedWithin } from "@/lib/cli/ending";
import { ensureSurvey } from "@/lib/cli/ensure-survey";
import { startHousekeeping } from "@/lib/cli/housekeeping";
import { dataDirectory } from "@/lib/cli/installation";
import { nightlyPickUp } from "@/lib/cli/pick-up";
import { startPublication } from "@/lib/cli/publication";
import { Refusal } from "@/lib/cli/refusal";
import { serve } from "@/lib/cli/serve";
import { surveyParties } from "@/lib/cli/survey-parties";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { closeClients } from "@/lib/db/clients";
import { env, isDemo, isPart, ownParts } from "@/lib/env";
import { startWorkers } from "@/lib/jobs/workers";
import { log, type Report } from "@/lib/log";
import { startCatcher } from "@/lib/mail/catcher";
import { countFailure } from "@/lib/metrics/mutations";
import { startTelling } from "@/lib/refusals";

/** Both parties in one process is for demonstration, or must be chosen in so many words (design 2, parties). */
function assertPartiesAllowed(): void {
  if (ownParts() !== "both" || isDemo() || env().SORTI_ACCEPT_SINGLE_PARTY) return;
  throw new Refusal(
    "Issuer and collector would run as one party, so the promise would rest on that party alone. Set SORTI_PARTS to issuer or collector, or SORTI_ACCEPT_SINGLE_PARTY=true to run both all the same; every public page then says so.",
  );
}

/** What the collector does before it serves: ends what a crash left half done, and builds the page. Its folder. */
async function prepareCollector(): Promise<string> {
  const count = await destroySpentKeys(new Date());
  if (count > 0) log("keys-destroyed", { count });
  const surveyFolder = path.join(dataDirectory(), "svar");
  await ensureSurvey({ outDir: surveyFolder, ...surveyParties() }, builtFrom());
  return surveyFolder;
}

type Started = Readonly<Record<string, { readonly stop: () => Promise<void> } | undefined>>;

/** What runs may take so long to finish when the process is asked to end, and then it is left. */
const FINISH_MS = 7_000;
/** After that the process is gone, whatever still holds it: whoever stops it waits no longer. */
const GONE_MS = 2_000;

async function end(started: Started): Promise<void> {
  log("stopping");
  const { catcher, refusals, ...working } = started;
  const ending = Object.entries(working).map(([name, one]) => [name, one?.stop()]);
  const left = await notEndedWithin(FINISH_MS, Object.fromEntries(ending));
  await refusals?.stop();
  // Only now: what was finishing needed them.
  const open = await notEndedWithin(GONE_MS / 2, {
    databases: closeClients(),
    catcher: catcher?.stop(),
  });
  for (const work of [...left, ...open]) log("stopped-late", { work });
  if (left.length + open.length === 0) log("stopped");
  else setTimeout(() => process.exit(0), GONE_MS / 2).unref();
}

const report: Report = (work, failure) => {
  log("work-failed", { work, failure });
  countFailure(work);
};

/** Starts everything that serves: page, app, mail jobs, and where mail is to be caught the catcher. */
export async function startServer({
  catchMail,
}: {
  readonly catchMail: boolean;
}): Promise<{ readonly stop: () => Promise<void> }> {
  assertPartiesAllowed();
  await assertDemoAccountsAllowed();
  const surveyFolder = isPart("collector") ? await prepareCollector() : null;
  const started: Record<string, Started[string]> = {};
  try {
    started["refusals"] = startTelling();
    if (catchMail) started["catcher"] = await startCatcher();
    const { PORT: port, HOST: host, SORTI_TRUSTED_PROXIES: trustedProxies } = env();
    const secure = env().SORTI_ORIGIN.startsWith("https://");
    started["housekeeping"] = await startHousekeeping(report);
    started["requests"] = await serve({
      ...{ port, host, parts: ownParts(), surveyFolder, trustedProxies, secure },
    });
    if (isPart("issuer")) {
      const pickUp = nightlyPickUp((outcome) => {
        log("file-picked-up", { outcome });
        if (outcome !== "applied") countFailure("pick-up");
      });
      started["jobs"] = await startWorkers(report, pickUp);
    }
    if (isPart("collector")) {
      started["self-attack"] = startSelfAttacks(report);
      started["publication"] = startPublication(report);
    }
  } catch (cause) {
    await end(started);
    throw cause;
  }
  log("started", { party: ownParts(), origin: env().SORTI_ORIGIN });
  return { stop: () => end(started) };
}

/** Resolves at Ctrl-C, or when the system asks the process to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolve());
  });
}
