import { commandLineActor } from "@/lib/auth/command-line";
import { answerAll } from "@/lib/cli/seed/answers";
import type { DemoAnswer } from "@/lib/demo/region";
import { invitationsByPseudonym } from "@/lib/invitations/data";
import { linkWindow } from "@/lib/invitations/link-window";
import { linkKey, tokenOf } from "@/lib/keys/link-key";
import { pseudonymKey, pseudonymOf } from "@/lib/keys/pseudonym-key";
import type { Day } from "@/lib/quarters/quarter";
import type { RoundRecord } from "@/lib/rounds/record";

/** Those whose link works by `today` answer the open round, by the links of their own invitations. Safe to repeat. */
export async function answerInvited(
  round: RoundRecord,
  given: readonly DemoAnswer[],
  today: Day,
): Promise<void> {
  const ids = await invitationsByPseudonym(commandLineActor("hr", "demonstration"));
  const [links, pseudonyms] = [linkKey(), pseudonymKey()];
  const idOf = (employeeRef: string) => ids.get(pseudonymOf(pseudonyms, employeeRef));
  const ready = given.filter(
    (one) => linkWindow(one.lastDay).from <= today && idOf(one.employeeRef),
  );
  await answerAll(round, ready, (one) => tokenOf(links, idOf(one.employeeRef) ?? ""));
}
