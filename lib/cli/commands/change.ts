import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { tellAuditors } from "@/lib/change-mails/mutations";
import { type Change, isWaiting, lastDayFor, termsIn } from "@/lib/changes/change";
import { allChanges, termsInForce } from "@/lib/changes/data";
import {
  confirmChange,
  type Proposed,
  propose,
  refuseChange,
  withdrawChange,
} from "@/lib/changes/mutations";
import {
  type Asked,
  type Decided,
  LONGEST_REASON,
  type ProposalField,
  readReason,
  readTerms,
} from "@/lib/changes/proposal";
import {
  LEAST_GRACE_DAYS,
  LEAST_K,
  MOST_GRACE_DAYS,
  MOST_K,
  type Terms,
} from "@/lib/changes/terms";
import { quarterOfText } from "@/lib/cli/custodian";
import { Refusal } from "@/lib/cli/refusal";
import { secondPerson } from "@/lib/cli/second-person";
import { withInstallation } from "@/lib/cli/with-installation";
import { dayAt } from "@/lib/quarters/today";

const operator = () => commandLineActor("operator", "sorti change");

const inWords = ({ k, c, graceDays }: Terms) =>
  `at least ${k} answers, ${c} assumed insiders, ${graceDays} days for the last answers`;

function line(change: Change): string {
  const { number, state, proposedOn, reason } = change;
  const about =
    change.what === "limits"
      ? `${inWords(change.from)} → ${inWords(change.to)}`
      : `close ${change.quarter} early`;
  const until = state === "proposed" ? `, can be confirmed until ${lastDayFor(change)}` : "";
  return `${number}  ${state}${until}  ${about}  (${proposedOn}: ${reason})`;
}

async function list(): Promise<void> {
  await withInstallation(async () => {
    const changes = await allChanges(operator());
    console.log(`Coming rounds: ${inWords(termsIn(changes))}.`);
    for (const change of changes.toReversed()) console.log(line(change));
    const waiting = changes.filter((one) => isWaiting(one, dayAt(new Date())));
    if (waiting.length > 0) console.log("Custodian 2: sorti change confirm NUMBER");
  });
}

const WRONG: Record<ProposalField, string> = {
  k: `--k is a whole number from ${LEAST_K} to ${MOST_K}.`,
  c: "--c is 0 or 1.",
  graceDays: `--grace-days is a whole number from ${LEAST_GRACE_DAYS} to ${MOST_GRACE_DAYS}.`,
  reason: `Say why with --reason, in at most ${LONGEST_REASON} characters: it is published in the log.`,
};

type Options = {
  readonly k?: string;
  readonly c?: string;
  readonly graceDays?: string;
  readonly close?: string;
  readonly reason: string;
};

const refused = (wrong: readonly ProposalField[]) =>
  new Refusal(`${wrong.map((field) => WRONG[field]).join(" ")} Nothing was changed.`);

function askedIn(options: Options, now: Terms): Asked {
  if (options.close !== undefined) {
    const reason = readReason(options.reason);
    if (reason === null) throw refused(["reason"]);
    return { what: "early-close", quarter: quarterOfText(options.close), reason };
  }
  const typed = {
    k: options.k ?? String(now.k),
    c: options.c ?? String(now.c),
    graceDays: options.graceDays ?? String(now.graceDays),
    reason: options.reason,
  };
  const read = readTerms(typed);
  if ("wrong" in read) throw refused(read.wrong);
  return read.asked;
}

const PROPOSED: Record<Proposed["outcome"], string> = {
  proposed: "waits for a second person: custodian 2 confirms it on the page or with sorti change",
  made: "holds from the next round that is planned",
  same: "That is how the limits are already. Nothing was changed.",
  open: "Another proposal waits. Let it be decided, or withdraw it. Nothing was changed.",
  over: "That quarter is not open, or has had its last day. Nothing was changed.",
  agreed: "It is decided already that the quarter may close early. Nothing was changed.",
};

async function proposeChange(options: Options): Promise<void> {
  await withInstallation(async () => {
    const asked = askedIn(options, await termsInForce(operator()));
    const now = new Date();
    const said = await propose(operator(), asked, now);
    if (!("number" in said)) throw new Refusal(PROPOSED[said.outcome]);
    // The server's housekeeping goes on trying.
    if (said.outcome === "proposed") await tellAuditors(now).catch(() => 0);
    console.log(`Change ${said.number} ${PROPOSED[said.outcome]}.`);
  });
}

const DECIDED: Record<Exclude<Decided, "done">, string> = {
  own: "Whoever proposed it cannot also decide. Nothing was changed.",
  already: "It is decided already. See sorti change list. Nothing was changed.",
  over: "Its time is out, or the quarter has had its last day. Nothing was changed.",
  unknown: "There is no such proposal. See sorti change list.",
};

function numberOfText(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new Refusal(`${text} is no number of a change. See sorti change list.`);
}

async function decide(work: () => Promise<Decided>, done: string): Promise<void> {
  await withInstallation(async () => {
    const said = await work();
    if (said !== "done") throw new Refusal(DECIDED[said]);
    console.log(done);
  });
}

const confirm = (number: number) =>
  decide(
    async () => confirmChange(await secondPerson(), number, new Date()),
    `Change ${number} is confirmed, and the public log says so.`,
  );

async function refuse(number: number, given: string): Promise<void> {
  const reason = readReason(given);
  if (reason === null) throw refused(["reason"]);
  await decide(
    async () => refuseChange(await secondPerson(), number, reason, new Date()),
    `Change ${number} is refused.`,
  );
}

/** `sorti change list|propose|withdraw|confirm|refuse` */
export function changeCommands(program: Command): void {
  const group = program
    .command("change")
    .description("limits of coming rounds, and an earlier last day of the open one");
  group.command("list").description("what is in force, and every change").action(list);
  group
    .command("propose")
    .description("ask for a change; what protects less waits for a second person")
    .option("--k <number>", "fewest answers for a unit's own result")
    .option("--c <number>", "assumed insiders")
    .option("--grace-days <number>", "days for the last answers when issuing stops")
    .option("--close <quarter>", "let the open quarter end before its last day")
    .requiredOption("--reason <text>", "why; published in the log")
    .action(proposeChange);
  group
    .command("withdraw <number>")
    .description("take a proposal back that nobody has decided on")
    .action((text: string) => {
      const number = numberOfText(text);
      return decide(
        () => withdrawChange(operator(), number, new Date()),
        `Change ${number} is withdrawn.`,
      );
    });
  group
    .command("confirm <number>")
    .description("custodian 2: agree to a proposal")
    .action((text: string) => confirm(numberOfText(text)));
  group
    .command("refuse <number>")
    .description("custodian 2: do not agree")
    .requiredOption("--reason <text>", "why; published in the log")
    .action((text: string, { reason }: { reason: string }) => refuse(numberOfText(text), reason));
}
