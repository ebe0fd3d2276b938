import type { ConsoleFacts, ConsoleRound } from "@/lib/rounds/console-facts";

/** Facts that differ from an ordinary open quarter. */
export type Change = Partial<Omit<ConsoleFacts, "round">> & {
  readonly round?: Partial<ConsoleRound>;
};

const ROUND: ConsoleRound = {
  quarter: "2026-Q3",
  state: "issuing",
  issuingStops: "2026-09-30",
  publishes: "2026-11-15",
  receivingStops: null,
  issued: null,
};

/** The third quarter of 2026, open, on a day in August; all is well. */
export function factsOf({ round, ...change }: Change): ConsoleFacts {
  return {
    now: new Date("2026-08-15T10:00:00Z"),
    today: "2026-08-15",
    demo: false,
    endsEarly: false,
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
    commented: true,
    texts: null,
    givenUp: false,
    published: false,
    leak: null,
    overdue: false,
    ...change,
    round: { ...ROUND, ...round },
  };
}
