import { readFileSync } from "node:fs";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeClients, db } from "@/lib/db/clients";
import { undoOf } from "@/lib/imported/data";
import { undoImport } from "@/lib/imported/mutations";
import { importFile } from "@/lib/imports/mutations";
import { timed } from "./clock";

/** What one import took, and the most memory that its process held, MB; before it began, and at most. */
export type ImportTimes = {
  readonly outcome: string;
  readonly seconds: number;
  readonly megabytesBefore: number;
  readonly megabytes: number;
};

/** Imports the file that is named, or takes the last import back. */
const [file = ""] = process.argv.slice(2);
const hr = commandLineActor("hr", "bench");

function imported(): Promise<{ readonly outcome: string }> {
  const bytes = readFileSync(file);
  return importFile(hr, { kind: "headcount", bytes }, { allowRemovals: true });
}

async function takenBack(): Promise<{ readonly outcome: string }> {
  const orderBy = { importedAt: "desc" } as const;
  const { id } = await db("identity").importRecord.findFirstOrThrow({ orderBy });
  const undo = await undoOf(hr, id);
  return undo.outcome === "possible" ? undoImport(hr, id, undo.hash) : undo;
}

const megabytesBefore = process.memoryUsage.rss() / 1e6;
const { ms, result } = await timed(file === "" ? takenBack : imported);
const times: ImportTimes = {
  outcome: result.outcome,
  seconds: ms / 1000,
  megabytesBefore,
  megabytes: process.resourceUsage().maxRSS / 1000,
};
await closeClients();
process.stdout.write(JSON.stringify(times));
