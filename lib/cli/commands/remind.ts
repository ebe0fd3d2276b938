import { type Command, Option } from "commander";
import type { HrActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { withInstallation } from "@/lib/cli/with-installation";
import { translator } from "@/lib/i18n/translator";
import { dueReminders, reminderCounts } from "@/lib/reminders/data";
import { queueReminders } from "@/lib/reminders/mutations";

/** Counts only, never whom. */
async function lines(actor: HrActor, dryRun: boolean, now: Date): Promise<string[]> {
  const t = translator("en", "reminders");
  const n = dryRun ? (await dueReminders(actor, now)).length : await queueReminders(actor, now);
  const { sent, refused, stopped, afterLeaving } = await reminderCounts(actor, now);
  return [
    t(dryRun ? "command.due" : "command.queued", { n }),
    t("command.counts", { sent, refused }),
    t("command.choices", { stopped, afterLeaving }),
    ...(dryRun ? [t("command.dryRun")] : []),
  ];
}

/** `sorti remind` */
export function remindCommand(program: Command): void {
  program
    .command("remind")
    .description(
      "queue the reminders that are due, as a running server does by itself; safe to repeat",
    )
    .addOption(new Option("--dry-run", "show how many are due, and queue nothing"))
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const actor = commandLineActor("hr", "sorti remind");
      const said = await withInstallation(() => lines(actor, dryRun, new Date()));
      for (const line of said) console.log(line);
    });
}
