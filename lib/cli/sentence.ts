import { type HandInReason, HandInRefused } from "@/lib/cli/hand-in-refused";
import { Refusal } from "@/lib/cli/refusal";
import { type CodingReason, CodingRefused } from "@/lib/coding/refused";
import { MigrationRefused } from "@/lib/db/migration-refused";
import { SettingsRefused } from "@/lib/env";
import { type KeyReason, KeyRefused } from "@/lib/keys/refused";
import { OtherPartyAway } from "@/lib/parties/away";
import { type RoundRefusal, RoundRefused } from "@/lib/rounds/state";

const ROUND: Record<RoundRefusal, string> = {
  "no-such-round": "There is no such round. See `sorti round status`.",
  "wrong-state": "The round is not in a state that allows this step. See `sorti round status`.",
  "next-round-missing":
    "The next round has no signed manifest yet, and answers need somewhere to go. Run `sorti round open` for the next quarter first.",
  "quarter-not-over":
    "The quarter goes on through its signed last day; to end it earlier takes two people: `sorti change propose --close QUARTER --reason …`. Nothing was changed.",
  "grace-not-over":
    "Receiving goes on until the grace period is over; answers on their way would be lost. See `sorti round status` for the time.",
  "slot-in-use": "A round two years older is not mixed yet and holds the same inbox. Mix it first.",
  "answers-left":
    "A round two years older was set aside, and its answers lie in the same inbox, left for the auditor. When the auditor is done with them: `sorti round discard QUARTER --reason …`. Nothing was changed.",
  "custodian-key-missing":
    "A custodian has no key for this quarter. Run `sorti keys create` for both custodians first.",
  "limits-changed":
    "The manifest's limits are not those in force: they were changed since it was written. Make a new draft. Nothing was changed.",
  "earlier-round-unmixed":
    "An earlier round is not mixed yet, and what waits is sealed to its keys. Mix it first. If its keys are lost: `sorti round give-up QUARTER --reason …`.",
  "mix-running": "A mix is running already, here or on another machine. Nothing was changed.",
  "exchange-outdated":
    "Answers and the peeled file do not belong together. Nothing was changed. Peel the round again.",
  cancelled: "Stopped. Nothing was changed; run the command again.",
  "waiting-unreadable":
    "What waits from earlier rounds does not open with this key. Nothing was changed. Check that it is this round's key.",
  "audit-failed":
    "The release audit found a leak. Nothing was written; the answers and keys are untouched.",
};

const KEY: Record<KeyReason, string> = {
  "wrong-passphrase": "The passphrase is not the right one. Nothing was changed; try again.",
  "wrong-recovery-code": "The recovery code is not the right one. Nothing was changed; try again.",
  "no-key": "The key is not in this installation's key directory.",
  exists: "There is already a key for one of these quarters. Nothing was changed.",
  damaged:
    "A key file is damaged. Nothing was changed. Use the recovery sheet or the back-up of the file.",
  changed:
    "Somebody else changed the key file at the same moment. Nothing was changed here; try again.",
};

const CODING: Record<CodingReason, string> = {
  "nothing-waits": "No texts wait: nothing has been mixed yet.",
  "not-now":
    "The round that the texts wait for has stopped receiving. Mix it first; then they can be opened.",
  "opened-before": "Since the last mix the texts have been opened. More come with the next.",
  "coding-open": "The comments of an earlier opening are still being read. Finish them first.",
  outdated:
    "What custodian 2 peeled is not what waits now. Nothing was changed. Run `sorti texts peel` again.",
  "too-few":
    "In no group have ten people written among thirty yet. Nothing was opened; the texts wait on.",
  "no-coding": "No comments are being read.",
  "not-approved": "Not every comment has been read by two people yet. Nothing was changed.",
  changed: "Somebody else was first. Nothing was changed.",
  unreadable: "What should be opened does not open with this key. Nothing was changed.",
  "audit-failed":
    "What would have been released could give somebody away: the release audit stopped it. Nothing was changed.",
  "own-work": "Another person than the one who coded a comment approves it.",
  "no-key": "Nobody has opened the comments' key here.",
};

const HAND_IN: Record<HandInReason, string> = {
  "no-file": "There is no file. Nothing was changed.",
  "too-large": "The file is too large to be handed in on a page. Nothing was changed.",
  unknown: "The file is none of the ceremony's. Nothing was changed.",
  damaged: "The file is not whole. Fetch it once more. Nothing was changed.",
  outdated: "The file belongs to something that has changed since. Nothing was changed.",
  "not-signed": "The signatures are not both custodians'. Nothing was changed.",
  "not-yours": "That is for the other custodian to say. Nothing was changed.",
};

/** Errors whose message is a sentence of ours already. */
const SENTENCES = [Refusal, SettingsRefused, MigrationRefused] as const;

/** An error as one sentence for whoever types a command; unexpected ones keep their message, never a trace. */
export function sentenceFor(cause: unknown): string {
  if (SENTENCES.some((kind) => cause instanceof kind)) return (cause as Error).message;
  if (cause instanceof RoundRefused) return ROUND[cause.reason];
  if (cause instanceof KeyRefused) return KEY[cause.reason];
  if (cause instanceof HandInRefused) return HAND_IN[cause.reason];
  if (cause instanceof CodingRefused) return CODING[cause.reason];
  if (cause instanceof OtherPartyAway) {
    return `The issuer gave no usable answer (${cause.message}). Check SORTI_ISSUER_ORIGIN, SORTI_PARTY_SECRET and that it is running, then repeat the command.`;
  }
  if (databaseGone(cause)) {
    return "The database cannot be reached. Nothing was half done; start it and repeat the command.";
  }
  return `Something unexpected went wrong: ${cause instanceof Error ? cause.message : "unknown"}`;
}

function databaseGone(cause: unknown): boolean {
  const code = (cause as { code?: unknown }).code;
  return code === "ECONNREFUSED" || code === "P1001" || code === "P1017" || code === "57P01";
}
