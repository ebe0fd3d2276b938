import { carryOver } from "@/lib/survey/answers";
import { isKnown } from "./moves";
import { type Pending, preparePending } from "./pending";
import { type Outcome, send } from "./sending";
import type { Lost, Round, Trouble } from "./stage";
import { loadRound, type Surroundings } from "./surroundings";

type Awaiting = Extract<Pending, { step: "credential" }>;

export type Delivered =
  | { readonly state: "stored"; readonly receipt: string; readonly until: string }
  /** May work later; `pending` is where the next attempt goes on. */
  | { readonly state: "trouble"; readonly trouble: Trouble; readonly pending: Pending }
  /** The next round does not know the unit: the person chooses again, the answers are kept. */
  | { readonly state: "choose-again"; readonly round: Round; readonly pending: Awaiting }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "lost"; readonly why: Lost };

/** The round closed before the credential: the same answers, blinded and sealed anew for the next one. */
async function changeRound(old: Awaiting, around: Surroundings): Promise<Delivered> {
  const loaded = await loadRound(around);
  if (loaded.state === "refused") return loaded;
  if (loaded.state === "trouble") return { ...loaded, pending: old };
  // Closed until the next round opens, or still the round that the issuer has left: a while later it works.
  if (loaded.state === "turned-away" || loaded.round.manifest.quarter === old.request.quarter) {
    return { state: "trouble", trouble: "server", pending: old };
  }
  const { round } = loaded;
  if (!isKnown(round, old.person)) return { state: "choose-again", round, pending: old };
  const answers = carryOver(round.questionnaire, old.answers);
  const { person, savedAt } = old;
  const given = { round, token: old.request.token, person, answers, savedAt };
  return deliver(await preparePending(given, around.random), around);
}

async function conclude(
  outcome: Outcome,
  latest: Pending,
  around: Surroundings,
): Promise<Delivered> {
  switch (outcome.state) {
    case "stored":
      around.store.clear();
      return { state: "stored", receipt: latest.receipt, until: latest.until };
    case "lost":
      around.store.clear();
      return outcome;
    case "trouble":
      return { ...outcome, pending: latest };
    case "round-changed":
      return latest.step === "credential"
        ? changeRound(latest, around)
        : { state: "lost", why: "too-late" };
  }
}

/** Brings one answer to the 204, or says what stands in the way. What a retry needs is stored as it goes. */
export async function deliver(pending: Pending, around: Surroundings): Promise<Delivered> {
  let latest = pending;
  const outcome = await send(pending, around.line, (next) => {
    latest = next;
    around.store.write(JSON.stringify(next));
  });
  return conclude(outcome, latest, around);
}
