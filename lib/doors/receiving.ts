import { receivingRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { COLLECTOR_MEMORY_MS } from "@/lib/rounds/state";

type Known = Awaited<ReturnType<typeof receivingRounds>>;
let known: { at: number; rounds: Known } | undefined;

/** The rounds that receive answers; public knowledge, so it may be remembered for a second. */
export async function receiving(now = Date.now()): Promise<Known> {
  if (known && now - known.at < COLLECTOR_MEMORY_MS) return known.rounds;
  const rounds = await receivingRounds();
  known = { at: now, rounds };
  return rounds;
}

/** Remembers nothing any more: for whoever has changed the rounds in this very process. */
export function forgetReceiving(): void {
  known = undefined;
}

/** The round that new answers belong to. */
export async function issuing(): Promise<RoundRecord | undefined> {
  return (await receiving()).find((round) => round.state === "issuing");
}
