import { readFileSync, statSync } from "node:fs";
import { type Command, Option } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { importConfirmCommands } from "@/lib/cli/commands/import-confirm";
import { importUndoCommands } from "@/lib/cli/commands/import-undo";
import { fromHere } from "@/lib/cli/from-here";
import { importedLines, importedRecord, type Reported } from "@/lib/cli/import-report";
import { pickUp } from "@/lib/cli/pick-up";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { env } from "@/lib/env";
import { holdAgainstStored } from "@/lib/imports/data";
import { MAX_BYTES } from "@/lib/imports/decode";
import { changesNothing, IMPORT_KINDS, type ImportKind } from "@/lib/imports/kind-plan";
import { importFile } from "@/lib/imports/mutations";

type Options = {
  readonly dryRun?: boolean;
  readonly allowRemovals?: boolean;
  readonly json?: boolean;
};

function bytesOf(file: string): Uint8Array {
  const place = fromHere(file);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new Refusal(`There is no file ${file}. Check the name and the folder.`);
  // One byte over the limit is enough to be refused as too large, with the reader's own sentence.
  if (found.size > MAX_BYTES) return new Uint8Array(MAX_BYTES + 1);
  return readFileSync(place);
}

async function tried(kind: ImportKind, bytes: Uint8Array): Promise<Reported> {
  const preview = await holdAgainstStored({ kind, bytes }, new Date());
  if (!preview.ok) return { outcome: "problems", problems: preview.problems };
  const { planned } = preview;
  return { outcome: changesNothing(planned) ? "nothing" : "dry-run", planned };
}

async function carriedOut(
  kind: ImportKind,
  bytes: Uint8Array,
  allowRemovals: boolean,
): Promise<Reported> {
  const actor = commandLineActor("hr", "sorti import");
  const done = await importFile(actor, { kind, bytes }, { allowRemovals });
  if (done.outcome !== "applied") return done;
  const invitations = kind === "departures" ? await confirmInDemonstration(done.importId) : null;
  return { ...done, invitations };
}

async function runImport(kind: ImportKind, file: string, options: Options): Promise<void> {
  const bytes = bytesOf(file);
  const reported = await withInstallation(() =>
    options.dryRun ? tried(kind, bytes) : carriedOut(kind, bytes, options.allowRemovals === true),
  );
  if (options.json) console.log(JSON.stringify(importedRecord(reported), null, 2));
  else for (const line of importedLines(reported)) console.log(line);
  const refused = reported.outcome === "problems" || reported.outcome === "removals";
  if (refused) process.exitCode = 1;
}

/** Looks into the folder at once, as the server does every night. */
async function lookIntoFolder(): Promise<void> {
  const { SORTI_PICKUP_DIR: folder } = env();
  if (folder === undefined) {
    throw new Refusal("SORTI_PICKUP_DIR is not set: it names the folder with the files.");
  }
  const read = await withInstallation(() => pickUp(fromHere(folder)));
  for (const { name, outcome } of read) console.log(`${name}: ${outcome}`);
  if (read.length === 0) console.log("No file is waiting.");
  if (read.some(({ outcome }) => !["applied", "nothing"].includes(outcome))) process.exitCode = 1;
}

/** `sorti import units|headcount|departures|signals FILE`, `sorti import pick-up|list|undo|confirm|refuse` */
export function importCommands(program: Command): void {
  const group = program
    .command("import")
    .description("units, headcount, departures and other signals from CSV or Excel");
  group
    .command("pick-up")
    .description("import what lies in the folder SORTI_PICKUP_DIR, as every night")
    .action(lookIntoFolder);
  importUndoCommands(group);
  importConfirmCommands(group);
  for (const kind of IMPORT_KINDS) {
    group
      .command(kind)
      .argument("<file>", "CSV in UTF-8 or Windows-1252, or .xlsx")
      .addOption(new Option("--dry-run", "show what the file would do, and write nothing"))
      .addOption(new Option("--allow-removals", "remove what is stored but left out of the file"))
      .addOption(new Option("--json", "for programs"))
      .action((file: string, options: Options) => runImport(kind, file, options));
  }
}
