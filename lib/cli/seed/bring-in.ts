import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { importFile } from "@/lib/imports/mutations";

/** Imports one file as a person would; returns the import's id, or null when everything in it was known. */
export async function bringInIfNew(kind: ImportKind, text: string): Promise<string | null> {
  const file = { kind, bytes: new TextEncoder().encode(text) };
  const hr = commandLineActor("hr", "demonstration");
  const done = await importFile(hr, file, { allowRemovals: false });
  if (done.outcome === "applied") return done.importId;
  if (done.outcome === "nothing") return null;
  const [problem] = done.outcome === "problems" ? done.problems.listed : [];
  throw new Refusal(
    `The demonstration's ${kind} could not be imported (${problem?.code ?? done.outcome}).`,
  );
}

/** The same of a file that must bring something. */
export async function bringIn(kind: ImportKind, text: string): Promise<string> {
  const id = await bringInIfNew(kind, text);
  if (id === null)
    throw new Refusal(`The demonstration's ${kind} could not be imported (nothing).`);
  return id;
}
