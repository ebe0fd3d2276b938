import { commandLineActor } from "@/lib/auth/command-line";
import { demonstrationAuditor } from "@/lib/auth/demonstration";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { answerInvited } from "@/lib/cli/seed/answer-invited";
import { bringInIfNew } from "@/lib/cli/seed/bring-in";
import { DEMO_PASSPHRASES, DEMO_SECRETS } from "@/lib/cli/seed/passphrases";
import { chooseTalksAhead } from "@/lib/cli/seed/talks";
import { importsToConfirm } from "@/lib/confirmation/data";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { asksDemoRegion, headcountSince, quarterAhead, signalsSince } from "@/lib/demo/ahead";
import { invitationsDue } from "@/lib/invitations/data";
import { deliverInvitation } from "@/lib/invitations/mutations";
import { createCustodianKeys } from "@/lib/keys/create";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import type { RoundRecord } from "@/lib/rounds/record";

/** What people do in a quarter of the demonstration while its calendar is moved. Every part is safe to repeat. */

/** Rounds that are planned beyond the open one. */
const PLANNED_AHEAD = 2;

/** As the auditor would, for whoever did not: those who were imported by hand too. */
async function confirmWhatWaits(): Promise<void> {
  for (const { id, standing } of await importsToConfirm(demonstrationAuditor())) {
    if (standing === "waits") await confirmInDemonstration(id);
  }
}

/** The mails whose day has come. The queue's own clock stands still; what it tries later is sent already. */
export async function sendDueMails(): Promise<void> {
  const due = await invitationsDue(commandLineActor("hr", "demonstration"), dayAt(new Date()));
  for (const id of due) await deliverInvitation(id, { lastTry: false });
}

/** HR brings in who leaves in a quarter, somebody confirms how many, and the mails that are due go. */
export async function departuresCome(open: Quarter, round: RoundRecord): Promise<void> {
  const { departures } = quarterAhead(open, round.quarter);
  const own = asksDemoRegion(round.manifest.tree.units);
  if (own && departures !== null) await bringInIfNew("departures", departures);
  await confirmWhatWaits();
  await sendDueMails();
}

/** Those who have left by now answer. */
export async function answersArrive(open: Quarter, round: RoundRecord): Promise<void> {
  if (!asksDemoRegion(round.manifest.tree.units)) return;
  await answerInvited(round, quarterAhead(open, round.quarter).answers, dayAt(new Date()));
}

/** Some of those who have been offered a talk choose, and some talks are held. */
export async function talksChosen(round: RoundRecord): Promise<void> {
  if (asksDemoRegion(round.manifest.tree.units)) await chooseTalksAhead(dayAt(new Date()));
}

/** HR brings in how many worked at the units and what other systems tell of them, up to the last whole month. */
export async function headcountComes(open: Quarter, round: RoundRecord): Promise<void> {
  if (!asksDemoRegion(round.manifest.tree.units)) return;
  const today = dayAt(new Date());
  await bringInIfNew("headcount", headcountSince(open, round.quarter, today));
  await bringInIfNew("signals", signalsSince(open, round.quarter, today));
}

/** Both custodians make the keys that are missing, and sign the quarters ahead. */
export async function planAhead(after: Quarter): Promise<void> {
  const dir = keyDirectory();
  const ahead = Array.from({ length: PLANNED_AHEAD }, (_, i) => shiftQuarter(after, i + 1));
  for (const custodian of [1, 2] as const) {
    const made = listKeys(dir).filter(({ owner }) => owner === custodian);
    const quarters = ahead.filter((quarter) => !made.some(({ use }) => use === quarter));
    if (quarters.length === 0) continue;
    const passphrase = DEMO_PASSPHRASES[custodian - 1] ?? "";
    await createCustodianKeys({ dir, custodian, quarters, passphrase });
  }
  const operator = commandLineActor("operator", "demonstration");
  for (const quarter of ahead) await planNextQuarter(operator, quarter, DEMO_SECRETS, new Date());
}
