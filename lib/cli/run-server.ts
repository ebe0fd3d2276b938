import path from "node:path";
import { assertDemoAccountsAllowed } from "@/lib/auth/demo-accounts";
import { startSelfAttacks } from "@/lib/cli/attack-log";
import { buildSurvey } from "@/lib/cli/build-survey";
import { startHousekeeping } from "@/lib/cli/housekeeping";
import { dataDirectory } from "@/lib/cli/installation";
import { nightlyPickUp } from "@/lib/cli/pick-up";
import { startPublication } from "@/lib/cli/publication";
import { Refusal } from "@/lib/cli/refusal";
import { type Serving, serve } from "@/lib/cli/serve";
import { surveyParties } from "@/lib/cli/survey-parties";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { closeClients } from "@/lib/db/clients";
import { env, isDemo, isPart, ownParts } from "@/lib/env";
import { startWorkers, type Workers } from "@/lib/jobs/workers";
import { startCatcher } from "@/lib/mail/catcher";

type Say = (line: string) => void;

/** Both parties in one process is for demonstration, or must be chosen in so many words (design 2, parties). */
function assertPartiesAllowed(): void {
  if (ownParts() !== "both" || isDemo() || env().SORTI_ACCEPT_SINGLE_PARTY) return;
  throw new Refusal(
    "Issuer and collector would run as one party, so the promise would rest on that party alone. Set SORTI_PARTS to issuer or collector, or SORTI_ACCEPT_SINGLE_PARTY=true to run both all the same; every public page then says so.",
  );
}

/** What the collector does before it serves: ends what a crash left half done, and builds the page. Its folder. */
async function prepareCollector(say: Say): Promise<string> {
  const destroyed = await destroySpentKeys(new Date());
  if (destroyed > 0) say(`Destroyed ${destroyed} spent keys that an interrupted run had left.`);
  const surveyFolder = path.join(dataDirectory(), "svar");
  await buildSurvey({ outDir: surveyFolder, ...surveyParties() });
  return surveyFolder;
}

/** Starts everything that serves: page, app, mail jobs, and where mail is to be caught the catcher. */
export async function startServer(
  say: Say,
  { catchMail }: { readonly catchMail: boolean },
): Promise<{ readonly stop: () => Promise<void> }> {
  assertPartiesAllowed();
  await assertDemoAccountsAllowed();
  const surveyFolder = isPart("collector") ? await prepareCollector(say) : null;
  const catcher = catchMail ? await startCatcher() : undefined;
  let serving: Serving | undefined;
  let workers: Workers | undefined;
  let selfAttacks: ReturnType<typeof startSelfAttacks> | undefined;
  let publication: ReturnType<typeof startPublication> | undefined;
  let housekeeping: Awaited<ReturnType<typeof startHousekeeping>> | undefined;
  const stop = async () => {
    await serving?.close();
    await workers?.stop();
    await selfAttacks?.stop();
    await publication?.stop();
    await housekeeping?.stop();
    await catcher?.stop();
    await closeClients();
  };
  const report = (problem: string) => process.stderr.write(`${problem}\n`);
  try {
    const { PORT: port, HOST: host, SORTI_TRUSTED_PROXIES: trustedProxies } = env();
    const secure = env().SORTI_ORIGIN.startsWith("https://");
    housekeeping = await startHousekeeping(report);
    serving = await serve({ port, host, parts: ownParts(), surveyFolder, trustedProxies, secure });
    if (isPart("issuer")) workers = await startWorkers(report, nightlyPickUp(report));
    if (isPart("collector")) {
      selfAttacks = startSelfAttacks(report);
      publication = startPublication(report);
    }
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { stop };
}

/** Resolves at Ctrl-C, when the system asks the process to end, or when the one that started it is gone. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolve());
    process.once("disconnect", () => resolve());
  });
}
