import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { secondPerson } from "@/lib/cli/second-person";
import { withInstallation } from "@/lib/cli/with-installation";
import { importToConfirm } from "@/lib/confirmation/data";
import {
  confirmImport,
  type Decided,
  finishConfirmations,
  refuseImport,
} from "@/lib/confirmation/mutations";
import { LONGEST_REASON } from "@/lib/confirmation/standing";

const WHY: Record<Exclude<Decided["outcome"], "confirmed" | "refused">, string> = {
  gone: "There is no such import of departures. See sorti import list.",
  own: "Whoever imported cannot also confirm. Nothing was changed.",
  already: "It is decided already. Nothing was changed.",
  changed:
    "The numbers are not those that were shown. Look at them again with sorti import confirm ID. Nothing was changed.",
  empty: "No departure is left in the import. Nothing was changed.",
  "no-reason": `Say why with --reason, in at most ${LONGEST_REASON} characters. Nothing was changed.`,
};

/** Shows what would be vouched for: how many of each unit, kind and month, and how many would be invited. */
async function show(id: string): Promise<void> {
  const found = await importToConfirm(commandLineActor("auditor", "custodian 2"), id);
  if (!found) throw new Refusal(WHY.gone);
  console.table(
    found.numbers.map(({ unitCode, ...numbers }) => ({
      unit: found.units.get(unitCode) ?? unitCode,
      ...numbers,
    })),
  );
  console.log(`If they are right: sorti import confirm ${id} --seen ${found.seen}`);
}

async function confirm(id: string, seen: string): Promise<void> {
  const actor = await secondPerson();
  const { outcome } = await confirmImport(actor, id, seen);
  if (outcome !== "confirmed")
    throw new Refusal(outcome === "refused" ? WHY.already : WHY[outcome]);
  // The confirmation stands; the server's housekeeping goes on trying with what follows from it.
  const invited = await finishConfirmations().catch(() => null);
  const { mail, letter } = invited ?? { mail: 0, letter: 0 };
  console.log(`Confirmed. Invited: ${mail} by mail, ${letter} by letter.`);
}

async function refuse(id: string, reason: string): Promise<void> {
  const { outcome } = await refuseImport(await secondPerson(), id, reason);
  if (outcome === "confirmed") throw new Refusal(WHY.already);
  if (outcome !== "refused") throw new Refusal(WHY[outcome]);
  console.log("Refused. Nobody in it is invited.");
}

/** `sorti import confirm|refuse ID` */
export function importConfirmCommands(group: Command): void {
  group
    .command("confirm <id>")
    .description("custodian 2: look at the numbers of an import of departures, and confirm them")
    .option("--seen <hash>", "the numbers that were shown")
    .action((id: string, { seen }: { seen?: string }) =>
      withInstallation(() => (seen === undefined ? show(id) : confirm(id, seen))),
    );
  group
    .command("refuse <id>")
    .description("custodian 2: do not confirm the numbers of an import of departures")
    .requiredOption("--reason <text>", "why; HR reads it")
    .action((id: string, { reason }: { reason: string }) =>
      withInstallation(() => refuse(id, reason)),
    );
}
