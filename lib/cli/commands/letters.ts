import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { fromHere } from "@/lib/cli/from-here";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { letterNumbers } from "@/lib/letters/letter";
import { NoRound } from "@/lib/mail/manifest-hash";
import { lettersToPrint, printLetters } from "@/lib/printing/data";
import { markPrinted } from "@/lib/printing/mutations";
import { dayAt } from "@/lib/quarters/today";

const operator = () => commandLineActor("operator", "sorti letters");

async function list(options: { readonly json?: boolean }): Promise<void> {
  await withInstallation(async () => {
    const { waiting, printed, takenBack } = await lettersToPrint(operator(), dayAt(new Date()));
    if (options.json) {
      console.log(JSON.stringify({ waiting, printed, takenBack }));
      return;
    }
    const lines = [
      ...waiting.map((one) => ({ ...one, state: "waiting" })),
      ...printed.map((one) => ({ ...one, state: "printed" })),
    ];
    for (const { number, language, until, state } of lines) {
      console.log(`${number}\t${language}\t${until}\t${state}`);
    }
    console.log(`${waiting.length} letters wait for the printer.`);
    for (const number of takenBack) console.log(`${number}: taken back. Destroy it unopened.`);
  });
}

/** The letters' numbers as typed; with none, every letter that waits. */
async function asked(typed: readonly string[]): Promise<readonly string[]> {
  if (typed.length === 0) {
    return (await lettersToPrint(operator(), dayAt(new Date()))).waiting.map(
      ({ number }) => number,
    );
  }
  const numbers = letterNumbers(typed);
  if (numbers.length === typed.length) return numbers;
  throw new Refusal(
    "A letter's number has six digits. See sorti letters list. Nothing was printed.",
  );
}

async function print(typed: readonly string[], options: { readonly out?: string }): Promise<void> {
  if (options.out === undefined && process.stdout.isTTY) {
    throw new Refusal("Say where the letters go: sorti letters print | lp, or --out FILE.");
  }
  await withInstallation(async () => {
    const pdf = await printLetters(operator(), await asked(typed)).catch((cause: unknown) => {
      if (!(cause instanceof NoRound)) throw cause;
      throw new Refusal("No quarter is open, so there is nothing to answer. Nothing was printed.");
    });
    if (!pdf) throw new Refusal("None of these letters waits here. See sorti letters list.");
    if (options.out === undefined) {
      process.stdout.write(pdf);
      return;
    }
    writeFileSync(fromHere(options.out), pdf, { mode: 0o600 });
    console.log(
      `The letters are in ${options.out}. It holds their codes: print it, and delete it at once. When they lie sealed: sorti letters mark NUMBER…`,
    );
  });
}

async function mark(typed: readonly string[]): Promise<void> {
  const numbers = letterNumbers(typed);
  if (numbers.length !== typed.length) {
    throw new Refusal(
      "A letter's number has six digits. See sorti letters list. Nothing was changed.",
    );
  }
  await withInstallation(() => markPrinted(operator(), numbers));
  console.log(`Noted as sealed: ${numbers.join(", ")}. HR writes the addresses.`);
}

/** `sorti letters list|print|mark`: at the employer's side, where the codes' key is. */
export function letterCommands(program: Command): void {
  const group = program
    .command("letters")
    .description("the sealed letters, printed at the operator's");
  group
    .command("list")
    .description("letters that wait for the printer, and those not yet handed over: numbers only")
    .addOption(new Option("--json", "for programs"))
    .action(list);
  group
    .command("print [numbers...]")
    .description(
      "the letters as one PDF, into a printer's pipe or a file; every letter that waits unless named",
    )
    .option("--out <file>", "where to write it; it holds codes, so delete it when it is printed")
    .action(print);
  group.command("mark <numbers...>").description("note that these letters lie sealed").action(mark);
}
