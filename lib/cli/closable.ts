import { dayAt } from "@/lib/quarters/today";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import { roundSteps } from "@/lib/rounds/console-steps";
import type { RoundRecord } from "@/lib/rounds/record";

type Closing = Pick<RoundRecord, "quarter" | "state" | "receivingStops" | "issued"> & {
  readonly manifest: Pick<RoundRecord["manifest"], "issuingStops" | "publishes">;
};

/** Why a quarter may end before its last day: it is a demonstration, or two people have agreed. */
type May = Pick<ConsoleFacts, "demo" | "endsEarly">;

/** What the console's rule about the two closing steps asks for; what only later steps ask is left open. */
function closingFacts(round: Closing, { demo, endsEarly }: May, now: Date): ConsoleFacts {
  const { issuingStops, publishes } = round.manifest;
  return {
    round: { ...round, issuingStops, publishes },
    now,
    today: dayAt(now),
    demo,
    endsEarly,
    // A missing next round is refused by the step itself, with its own sentence.
    next: "planned",
    earlierUnmixed: false,
    received: null,
    issuerKeyHere: true,
    custodianKeysHere: [true, true],
    custodianKeysGone: false,
    mixing: false,
    asLogged: true,
    logHolds: true,
    turnoverKnown: true,
    commented: false,
    texts: null,
    givenUp: false,
    published: false,
    leak: null,
    overdue: false,
  };
}

const OPEN: readonly string[] = ["planned", "issuing", "grace"];

/** Why `sorti round close` has nothing to do or must wait, as a sentence; null when its next step may be tried. */
export function whyNotClosable(round: Closing, may: May, now: Date): string | null {
  const { quarter, state, manifest } = round;
  if (!OPEN.includes(state)) {
    const next =
      state === "closed" ? ` Next, custodian 2: sorti round peel ${quarter} --out FILE` : "";
    return `${quarter} is ${state} already. Nothing was changed.${next}`;
  }
  const steps = roundSteps(closingFacts(round, may, now));
  const blockers = steps.find((step) => step.state === "now")?.blockers ?? [];
  if (!blockers.includes("quarter-not-over")) return null;
  return `${quarter} goes on through ${manifest.issuingStops}, as its signed manifest promises. Run this command again the day after; to end it earlier takes two people: sorti change propose --close ${quarter}. Nothing was changed.`;
}
