import { type Command, Option } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { withInstallation } from "@/lib/cli/with-installation";
import { translator } from "@/lib/i18n/translator";
import {
  type CreatedInvitations,
  createInvitations,
  invitationsToCreate,
} from "@/lib/invitations/mutations";

/** Counts only: by channel, and by reason for those who get none. */
function lines({ mail, letter, notInvited }: CreatedInvitations, dryRun: boolean): string[] {
  const t = translator("en", "import-page");
  return [
    t("command.invitations", { mail, letter }),
    ...Object.entries(notInvited).map(([reason, n]) =>
      t("command.notInvited", { reason: t(`command.notInvitedBecause.${reason}`), n }),
    ),
    ...(dryRun ? [t("command.dryRun")] : []),
  ];
}

/** `sorti invite` */
export function inviteCommand(program: Command): void {
  program
    .command("invite")
    .description(
      "invite the people of confirmed imports who have no invitation yet; safe to repeat",
    )
    .addOption(new Option("--dry-run", "show how many would be invited, and write nothing"))
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const actor = commandLineActor("hr", "sorti invite");
      const invited = dryRun ? invitationsToCreate : createInvitations;
      const counts = await withInstallation(() => invited(actor, new Date()));
      for (const line of lines(counts, dryRun)) console.log(line);
    });
}
