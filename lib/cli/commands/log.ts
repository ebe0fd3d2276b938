import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { brokenSentence } from "@/lib/cli/log-sentences";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { keyDirectory } from "@/lib/keys/directory";
import { signingKeys } from "@/lib/keys/signing-keys";
import { firstTableFault, publicLog, type TableFault } from "@/lib/transparency/data";
import { isLogFile, type LogFile } from "@/lib/transparency/log-file";
import { findRemembered, type Verdict, verifyLog } from "@/lib/transparency/verify";

type Options = { readonly head?: string; readonly keys?: string; readonly json?: boolean };

type Keys = readonly [string, string];

/** What was found of a log: `keys` says whose word the custodians' keys rest on. */
type Found = Omit<Verdict, "broken"> & {
  readonly broken: Verdict["broken"] | TableFault;
  readonly headFound: boolean | null;
  readonly keys: "given" | "built-in" | "file";
};

async function download(source: string): Promise<LogFile> {
  const text = /^https?:/.test(source)
    ? await fetch(source, { signal: AbortSignal.timeout(60_000) })
        .then((reply) => (reply.ok ? reply.text() : null))
        .catch(() => null)
    : existsSync(source)
      ? readFileSync(source, "utf8")
      : null;
  if (text === null) throw new Refusal(`There is no log at ${source}.`);
  return parsed(text, source);
}

function parsed(text: string, source: string): LogFile {
  try {
    const value: unknown = JSON.parse(text);
    if (isLogFile(value)) return value;
  } catch {
    // Said below, like any other text that is no log.
  }
  throw new Refusal(`${source} is not a public log. Download it from /log/log.json.`);
}

function keysFor(file: LogFile, given: string | undefined): [Keys, Found["keys"]] {
  if (given !== undefined) {
    const [first = "", second = "", ...more] = given.split(",");
    if (!first || !second || more.length > 0) {
      throw new Refusal("--keys takes both custodians' public keys with a comma between them.");
    }
    return [[first, second], "given"];
  }
  const own = signingKeys(keyDirectory());
  if (own) return [own, "built-in"];
  if (file.custodianKeys) return [file.custodianKeys, "file"];
  throw new Refusal("The custodians' public keys are not known here. Give them with --keys.");
}

async function verify(file: LogFile, { head, keys }: Options): Promise<Found> {
  const [pair, source] = keysFor(file, keys);
  const verdict = await verifyLog(file, { keys: pair });
  const headFound = head === undefined ? null : findRemembered(file.entries, head) !== null;
  return { ...verdict, headFound, keys: source };
}

/** The live databases: the log itself, and what it says about the tables. */
async function verifyHere(options: Options): Promise<Found> {
  const file = parsed(await publicLog(signingKeys(keyDirectory())), "The database");
  const found = await verify(file, options);
  return found.broken ? found : { ...found, broken: await firstTableFault(file.entries) };
}

function sentences(found: Found): string {
  if (found.broken) return brokenSentence(found.broken);
  if (found.headFound === false) {
    return "The log has lost the entry that you remember: it was rewritten or cut off.";
  }
  const holds = `The log holds: ${found.entries} entries in an unbroken chain, ${found.rounds} manifests signed by both custodians.`;
  const head = `Remember its last checksum for next time: ${found.head ?? "none yet"}`;
  const whose =
    found.keys === "file"
      ? "\nThe custodians' keys were taken from the file itself. Compare them with those that the custodians publish, or give them with --keys."
      : "";
  return `${holds}\n${head}${whose}`;
}

/** `sorti log verify [FILE or URL]` */
export function logCommands(program: Command): void {
  const group = program.command("log").description("the public log");
  group
    .command("verify [source]")
    .description("check the log here, or a downloaded one without any database; exit 1 on a break")
    .option("--head <hash>", "a checksum or manifest hash you remember: it must still be there")
    .option("--keys <first,second>", "both custodians' long-term public keys")
    .option("--json", "for programs")
    .action(async (source: string | undefined, options: Options) => {
      const found = source
        ? await verify(await download(source), options)
        : await withInstallation(() => verifyHere(options));
      console.log(options.json ? JSON.stringify(found) : sentences(found));
      if (found.broken !== null || found.headFound === false) process.exitCode = 1;
    });
}
