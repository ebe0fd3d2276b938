import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import {
  assertDecided,
  decisionCommands,
  draftOf,
  WRONG_OF_ALL,
} from "@/lib/cli/commands/decisions";
import { withInstallation } from "@/lib/cli/with-installation";
import { FURTHER_KINDS } from "@/lib/invitations/whom-to-invite";
import {
  decidedAhead,
  kindsAt,
  PERCENT,
  type RuleField,
  readRule,
  YEARS,
} from "@/lib/policies/decision";
import { decideRule } from "@/lib/policies/mutations";
import { dayAt } from "@/lib/quarters/today";
import { policyHistory } from "@/lib/turnover/data";
import { RULE_READINGS } from "@/lib/turnover/policy";
import { policyAt } from "@/lib/turnover/stored";

const actor = () => commandLineActor("hr", "sorti policy");

const WRONG: Record<RuleField, string> = {
  threshold: `--threshold is ${PERCENT.least} to ${PERCENT.most} per cent, with one decimal at most.`,
  years: `--years is a whole number from ${YEARS.least} to ${YEARS.most}.`,
  rule: `--rule is ${RULE_READINGS.join(", ")}.`,
  kinds: `--also is none, or of ${FURTHER_KINDS.join(",")} with commas between.`,
  ...WRONG_OF_ALL,
};

type Options = {
  readonly threshold?: string;
  readonly years?: string;
  readonly rule?: string;
  readonly also?: string;
  readonly from: string;
  readonly reason: string;
};

/** What is not said stays as it was decided last, whether that has begun or not. */
async function decide({ from, reason, ...said }: Options): Promise<void> {
  const now = new Date();
  const rows = await policyHistory(actor());
  const ahead = decidedAhead(dayAt(now));
  const force = policyAt(rows.toReversed(), ahead.slice(0, 7));
  const typed = {
    threshold: said.threshold ?? String(Math.round(1000 * force.threshold) / 10),
    years: said.years ?? String(force.years),
    rule: said.rule ?? force.rule,
    kinds: said.also === "none" ? "" : (said.also ?? kindsAt(rows, ahead).join(",")),
    ...{ from, reason, after: String(rows[0]?.number ?? 0) },
  };
  const draft = draftOf(readRule(typed, dayAt(now)), WRONG);
  assertDecided(await decideRule(actor(), draft, now));
  console.log(`Decided: from ${from} on.`);
}

/** `sorti policy list|decide` */
export function policyCommands(program: Command): void {
  decisionCommands(program, {
    name: "policy",
    about: "the motion's rule and whom to invite, as the region decides it",
    deciding: "decide on both from a quarter that has not begun",
    rows: () => policyHistory(actor()),
    none: "Nothing is decided: the motion's own rule holds.",
  })
    .option("--threshold <percent>", "least turnover")
    .option("--years <number>", "for so many years")
    .option("--rule <reading>", RULE_READINGS.join(", "))
    .option(
      "--also <kinds>",
      `none, or invited beside resignations and retirements: ${FURTHER_KINDS.join(",")}`,
    )
    .action((options: Options) => withInstallation(() => decide(options)));
}
