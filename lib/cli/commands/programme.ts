import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import {
  assertDecided,
  decisionCommands,
  draftOf,
  WRONG_OF_ALL,
} from "@/lib/cli/commands/decisions";
import { withInstallation } from "@/lib/cli/with-installation";
import { programmeDecisions } from "@/lib/programme/data";
import { type DraftField, readDraft } from "@/lib/programme/decision";
import { decide } from "@/lib/programme/mutations";
import { SCOPES } from "@/lib/programme/scope";
import { dayAt } from "@/lib/quarters/today";
import { flaggedCentres } from "@/lib/turnover/data";

const actor = () => commandLineActor("hr", "sorti programme");

const WRONG: Record<DraftField, string> = {
  scope: `--scope is ${SCOPES.join(", ")}.`,
  cost: "--cost is whole kronor for an answer.",
  ...WRONG_OF_ALL,
};

/** A decision may name hundreds of units: their number is enough here. */
async function rows(): Promise<readonly object[]> {
  const decided = await programmeDecisions(actor());
  return decided.toReversed().map((one) => ({ ...one, units: one.units.length }));
}

type Options = {
  readonly scope: string;
  readonly from: string;
  readonly reason: string;
  readonly cost?: string;
};

async function decideOn({ scope, from, reason, cost = "" }: Options): Promise<void> {
  const now = new Date();
  const last = (await programmeDecisions(actor())).at(-1)?.number ?? 0;
  const typed = { scope, from, reason, cost, after: String(last) };
  const draft = draftOf(readDraft(typed, dayAt(now)), WRONG);
  const flagged = await flaggedCentres(actor(), dayAt(now));
  assertDecided(await decide(actor(), draft, flagged, now));
  console.log(`Decided: ${scope} from ${from} on.`);
}

/** `sorti programme list|decide` */
export function programmeCommands(program: Command): void {
  decisionCommands(program, {
    name: "programme",
    about: "which units take part, and from when on",
    deciding: "decide which units take part from a quarter that has not begun",
    rows,
    none: "Nothing is decided: every unit takes part.",
  })
    .requiredOption("--scope <scope>", SCOPES.join(", "))
    .option("--cost <kronor>", "planned cost of an answer")
    .action((options: Options) => withInstallation(() => decideOn(options)));
}
