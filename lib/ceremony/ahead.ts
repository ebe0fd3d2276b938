import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";

/** Keys are made for four rounds at once, so that an absent custodian stops nothing. */
export const ROUNDS_AHEAD = 4;

/** With fewer rounds ahead that have both keys, a custodian's holiday could stop a quarter from closing. */
const ENOUGH_AHEAD = 2;

/**
 * here: the private key lies on this machine · elsewhere: the signed manifest or the custodian's imported public
 * keys name a key, whose private half is not here · other: the manifest names another key than the one that is
 * known · missing: nobody has made one.
 */
export type KeyState = "here" | "elsewhere" | "other" | "missing";

export type RoundAhead = {
  readonly quarter: Quarter;
  /** Whether its manifest is signed. */
  readonly planned: boolean;
  /** Custodian 1's key and custodian 2's. */
  readonly keys: readonly [KeyState, KeyState];
};

export type KnownKeys = {
  /** Every round; `custodianKeys` as they stand in its manifest. */
  readonly rounds: readonly {
    readonly quarter: Quarter;
    readonly state: string;
    readonly custodianKeys: readonly [string, string];
  }[];
  /** The custodians' keys: files on this machine, or public halves that were carried here. */
  readonly keys: readonly {
    readonly custodian: 1 | 2;
    readonly quarter: Quarter;
    readonly publicKey: string;
    /** Only the public half is here. */
    readonly carried?: true;
  }[];
  readonly thisQuarter: Quarter;
};

/** The round after the newest that has opened; before the first, the one that is planned or this quarter's. */
function firstAhead({ rounds, thisQuarter }: KnownKeys): Quarter {
  const sorted = rounds.toSorted((a, b) => a.quarter.localeCompare(b.quarter));
  const opened = sorted.findLast(({ state }) => state !== "planned");
  return opened ? shiftQuarter(opened.quarter, 1) : (sorted[0]?.quarter ?? thisQuarter);
}

function stateOf(
  inManifest: string | undefined,
  key: KnownKeys["keys"][number] | undefined,
): KeyState {
  if (!key) return inManifest === undefined ? "missing" : "elsewhere";
  if (inManifest !== undefined && inManifest !== key.publicKey) return "other";
  return key.carried ? "elsewhere" : "here";
}

/** The rounds that come next, and whose keys exist. */
export function roundsAhead(known: KnownKeys, n = ROUNDS_AHEAD): readonly RoundAhead[] {
  const first = firstAhead(known);
  return Array.from({ length: n }, (_, i) => shiftQuarter(first, i)).map((quarter) => {
    const planned = known.rounds.find((round) => round.quarter === quarter);
    const state = (custodian: 1 | 2) => {
      const key = known.keys.find((one) => one.quarter === quarter && one.custodian === custodian);
      return stateOf(planned?.custodianKeys[custodian - 1], key);
    };
    return { quarter, planned: planned !== undefined, keys: [state(1), state(2)] };
  });
}

const usable = (state: KeyState) => state === "here" || state === "elsewhere";

/** How many rounds in a row, from the next one on, can be opened and closed with the keys that exist. */
export function readyAhead(ahead: readonly RoundAhead[]): number {
  const short = ahead.findIndex(({ keys }) => !keys.every(usable));
  return short === -1 ? ahead.length : short;
}

/** Whether it is time for a ceremony: the next round's manifest must exist before a round closes. */
export function isTimeForKeys(ahead: readonly RoundAhead[]): boolean {
  return readyAhead(ahead) < ENOUGH_AHEAD;
}

/** Nobody makes keys further ahead than this: six years of rounds. */
const LOOK_AHEAD = 24;

/** The four rounds that a custodian's next ceremony makes keys for: the first that have none. */
export function quartersToMake(known: KnownKeys, custodian: 1 | 2): readonly Quarter[] {
  return roundsAhead(known, LOOK_AHEAD)
    .flatMap(({ quarter, keys }) => (keys[custodian - 1] === "missing" ? [quarter] : []))
    .slice(0, ROUNDS_AHEAD);
}
