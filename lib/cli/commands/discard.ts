import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { quarterOfText } from "@/lib/cli/custodian";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { discardAnswers } from "@/lib/discarding/mutations";
import { MOST_REASON, reasonOf } from "@/lib/discarding/reason";
import type { Quarter } from "@/lib/quarters/quarter";

async function discard(quarter: Quarter, given: string): Promise<void> {
  const reason = reasonOf(given);
  if (reason === null) {
    throw new Refusal(
      `Say why with --reason, in at most ${MOST_REASON} characters: it is published in the log. Nothing was changed.`,
    );
  }
  await withInstallation(async () => {
    const auditor = commandLineActor("auditor", "sorti round discard");
    const discarded = await discardAnswers(auditor, quarter, reason, new Date());
    console.log(
      discarded
        ? `${quarter}: the answers that were left for the auditor are destroyed unopened, and so are their keys. The reason stands in the public log.`
        : `${quarter}: nothing was left. Nothing was changed.`,
    );
  });
}

/** `sorti round discard` */
export function discardCommand(group: Command): void {
  group
    .command("discard <quarter>")
    .description("the auditor: destroy what a round that was set aside left, unopened")
    .requiredOption("--reason <text>", "why; published in the log")
    .action((text: string, { reason }: { reason: string }) => discard(quarterOfText(text), reason));
}
