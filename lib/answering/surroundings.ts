import { ManifestRefused, openManifest } from "@/lib/rounds/check";
import { type Away, fetchManifest, type Line } from "./calls";
import type { Random } from "./pending";
import type { Round, Trouble } from "./stage";

/** What survives a killed tab, in the page's origin. */
export type Store = {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
  readonly clear: () => void;
};

/** Everything the session may touch outside itself. `custodianKeys` are built into the page. */
export type Surroundings = {
  readonly line: Line;
  readonly random: Random;
  readonly now: () => number;
  readonly store: Store;
  readonly custodianKeys: readonly [string, string];
};

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** A browser that refuses storage costs only the retry after a reload; the answer itself still goes. */
export function tolerant(store: Store): Store {
  return {
    read: () => attempt(store.read),
    write: (text) => void attempt(() => store.write(text)),
    clear: () => void attempt(store.clear),
  };
}

export type Loaded =
  | { readonly state: "loaded"; readonly round: Round }
  | { readonly state: "trouble"; readonly trouble: Trouble }
  | Away
  | { readonly state: "refused"; readonly reason: string };

/** Fetches the current round and believes it only when both custodians signed it. */
export async function loadRound(around: Surroundings): Promise<Loaded> {
  const reply = await fetchManifest(around.line);
  if (reply.state !== "found") return reply;
  try {
    return { state: "loaded", round: await openManifest(reply.signed, around.custodianKeys) };
  } catch (error) {
    if (error instanceof ManifestRefused) return { state: "refused", reason: error.reason };
    throw error;
  }
}
