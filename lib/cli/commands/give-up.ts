import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { quarterOfText } from "@/lib/cli/custodian";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { type GivenUp, giveUpRound, whatIsLost } from "@/lib/discarding/mutations";
import { MOST_REASON, reasonOf } from "@/lib/discarding/reason";
import type { Quarter } from "@/lib/quarters/quarter";

type Options = { readonly reason: string; readonly confirm?: string };

const answers = (n: number) => (n === 1 ? "1 answer" : `${n} answers`);

/** Said before anything is done, to whoever has not confirmed yet. */
function consequences(quarter: Quarter, { received, carried, totals }: GivenUp): string {
  const lost = [
    `${answers(received)} of ${quarter} can then never be opened`,
    ...(carried > 0 ? [`${answers(carried)} carried over from before are lost`] : []),
    ...(totals ? ["what the units had gathered towards results of their own begins again"] : []),
  ];
  return `This is for keys that nobody can open any more, with either passphrase, sheet or deputy; try \`sorti keys verify\` with each first. ${lost.join("; ")}. It cannot be undone, and the public log tells it with your reason. If you are sure, repeat the command with --confirm ${quarter}. Nothing was changed.`;
}

async function giveUp(quarter: Quarter, options: Options): Promise<void> {
  const reason = reasonOf(options.reason);
  if (reason === null) {
    throw new Refusal(
      `Say why with --reason, in at most ${MOST_REASON} characters: it is published in the log. Nothing was changed.`,
    );
  }
  await withInstallation(async () => {
    const operator = commandLineActor("operator", "sorti round give-up");
    const lost = await whatIsLost(operator, quarter);
    if (lost && options.confirm !== quarter) throw new Refusal(consequences(quarter, lost));
    const done = await giveUpRound(operator, quarter, reason, new Date());
    console.log(
      done
        ? `${quarter} is given up: its answers stay sealed, left for the auditor, and later rounds go on. The report goes out on its date with turnover only.`
        : `${quarter} was given up before. Nothing was changed.`,
    );
  });
}

/** `sorti round give-up` */
export function giveUpCommand(group: Command): void {
  group
    .command("give-up <quarter>")
    .description("the keys are lost: set the round aside, so that later rounds go on")
    .requiredOption("--reason <text>", "why; published in the log")
    .option("--confirm <quarter>", "the quarter once more, by whoever has read what is lost")
    .action((text: string, options: Options) => giveUp(quarterOfText(text), options));
}
