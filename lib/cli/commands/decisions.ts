import type { Command } from "commander";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { LONGEST_REASON } from "@/lib/programme/decision";

/** What is wrong with the options that every decision has. */
export const WRONG_OF_ALL = {
  from: "--from is a quarter that has not begun.",
  reason: `--reason is at most ${LONGEST_REASON} characters.`,
} as const;

/** Why a decision was not taken, of whatever kind. */
const NOT_TAKEN = {
  changed: "Somebody else decided meanwhile. See the list.",
  begun: "That quarter has begun. Choose a later one.",
  nobody: "The motion's rule flags no centre now.",
  signed: "A round of those quarters is signed without movers. Choose a later one.",
} as const;

const unchanged = (why: string) => new Refusal(`${why} Nothing was changed.`);

type Read<D, F extends string> = { readonly draft: D } | { readonly wrong: readonly F[] };

/** The decision that was typed; throws a sentence that names every option which must be typed otherwise. */
export function draftOf<D, F extends string>(
  read: Read<D, F>,
  wrong: Readonly<Record<F, string>>,
): D {
  if ("draft" in read) return read.draft;
  throw unchanged(read.wrong.map((one) => wrong[one]).join(" "));
}

/** Throws a sentence unless the decision stands. */
export function assertDecided(outcome: "decided" | keyof typeof NOT_TAKEN): void {
  if (outcome !== "decided") throw unchanged(NOT_TAKEN[outcome]);
}

type Decisions = {
  readonly name: string;
  readonly about: string;
  readonly deciding: string;
  /** Every decision, the newest first. */
  readonly rows: () => Promise<readonly object[]>;
  /** What is said before there is any. */
  readonly none: string;
};

/** `sorti NAME list`, and `sorti NAME decide` with what every decision must say; its own options come on top. */
export function decisionCommands(program: Command, decisions: Decisions): Command {
  const { name, about, deciding, rows, none } = decisions;
  const group = program.command(name).description(about);
  const list = async () => {
    const all = await rows();
    if (all.length === 0) console.log(none);
    else console.table(all);
  };
  group
    .command("list")
    .description("every decision, the newest first")
    .action(() => withInstallation(list));
  return group
    .command("decide")
    .description(`${deciding}; never overwritten, and told in the public log`)
    .requiredOption("--from <quarter>", "from when on")
    .requiredOption(
      "--reason <text>",
      "which board decided, and why: public for ever, so no names",
    );
}
