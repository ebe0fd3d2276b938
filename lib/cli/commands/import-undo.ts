import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { type ImportLine, latestImports, type UndoOf, undoOf } from "@/lib/imported/data";
import { undoImport } from "@/lib/imported/mutations";
import { type KindPlan, shownPlan } from "@/lib/imports/kind-plan";

type Options = { readonly dryRun?: boolean; readonly json?: boolean };

const actor = () => commandLineActor("hr", "sorti import undo");
const LISTED = 50;

/** Why an import stays as it is, and what to do. */
function refusalOf(found: Exclude<UndoOf, { outcome: "possible" }>): Refusal {
  switch (found.outcome) {
    case "gone":
      return new Refusal(
        "There is no such import that can be taken back: it is done already, or more than a week old. `sorti import list` shows those that can.",
      );
    case "changed":
      return new Refusal(
        `A later import has changed ${found.rows} of its rows. Take that one back first; nothing was changed.`,
      );
    case "in-use":
      return new Refusal(
        `Something belongs to units that it added by now: ${found.units.slice(0, 10).join(", ")}. Take those imports back first, or end the units by a last day; nothing was changed.`,
      );
  }
}

function countsOf(planned: KindPlan) {
  const { added, changed, removed } = shownPlan(planned, 0);
  return { added: added.count, changed: changed.count, removed: removed.count };
}

async function takenBack(id: string, dryRun: boolean) {
  const found = await undoOf(actor(), id);
  if (found.outcome !== "possible") throw refusalOf(found);
  const { kind } = found.planned;
  const counts = countsOf(found.planned);
  if (dryRun) return { outcome: "dry-run" as const, kind, ...counts };
  const done = await undoImport(actor(), id, found.hash);
  if (done.outcome === "other") {
    throw new Refusal("Somebody imported at the same moment. Nothing was changed; try again.");
  }
  if (done.outcome !== "applied") throw refusalOf(done);
  const confirmed = kind === "departures" && (await confirmInDemonstration(done.importId));
  const waits = kind === "departures" && counts.added > 0 && !confirmed;
  return { outcome: "applied" as const, kind, ...counts, importId: done.importId, waits };
}

async function undo(id: string, options: Options): Promise<void> {
  const done = await withInstallation(() => takenBack(id, options.dryRun === true));
  if (options.json) {
    console.log(JSON.stringify(done, null, 2));
    return;
  }
  const { added, changed, removed, kind } = done;
  console.log(`Of ${kind}: ${added} come back, ${changed} become what they were, ${removed} go.`);
  if (done.outcome === "dry-run") console.log("Nothing was saved (dry run).");
  else {
    console.log(`The import is taken back. To take that back: sorti import undo ${done.importId}`);
    if (done.waits) {
      console.log("Who came back is invited when the auditor or custodian 2 has confirmed it.");
    }
  }
}

function lineOf({ id, kind, importedAt, importedBy, summary, undo, undoes }: ImportLine): string {
  const when = importedAt.toISOString().slice(0, 16).replace("T", " ");
  const { added, changed, removed } = summary;
  const rows = `${added} added, ${changed} changed, ${removed} removed`;
  const what = undoes === null ? kind : `${kind}, took an import back`;
  const state = { possible: "can be taken back", done: "taken back", "too-late": "too old" }[undo];
  return `${id}  ${when} UTC  ${what}  ${rows}  ${importedBy}  ${state}`;
}

async function list({ json }: Options): Promise<void> {
  const lines = await withInstallation(() => latestImports(actor(), LISTED));
  if (json) console.log(JSON.stringify(lines, null, 2));
  else if (lines.length === 0) console.log("Nothing has been imported.");
  else for (const line of lines) console.log(lineOf(line));
}

/** `sorti import list`, `sorti import undo ID` */
export function importUndoCommands(group: Command): void {
  group
    .command("list")
    .description("the latest imports, and which can be taken back")
    .option("--json", "for programs")
    .action(list);
  group
    .command("undo")
    .argument("<id>", "as `list` shows it")
    .description("take an import back, within a week, if nothing later has changed the same rows")
    .option("--dry-run", "show what that would do, and write nothing")
    .option("--json", "for programs")
    .action(undo);
}
