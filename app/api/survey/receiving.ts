import { type RoundRecord, receivingRounds } from "@/lib/rounds/data";

type Known = Awaited<ReturnType<typeof receivingRounds>>;
let known: { at: number; rounds: Known } | undefined;

/** How long the collector trusts its memory of which rounds receive. The mix waits longer than this. */
const TRUSTED_MS = 1000;

/** The rounds that receive answers; public knowledge, so it may be remembered for a second. */
export async function receiving(now = Date.now()): Promise<Known> {
  if (known && now - known.at < TRUSTED_MS) return known.rounds;
  const rounds = await receivingRounds();
  known = { at: now, rounds };
  return rounds;
}

/** The round that new answers belong to. */
export async function issuing(): Promise<RoundRecord | undefined> {
  return (await receiving()).find((round) => round.state === "issuing");
}
