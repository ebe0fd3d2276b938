import { commandLineActor } from "@/lib/auth/command-line";
import { isTimeForKeys, quartersToMake, readyAhead, roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";

/** Says, where a round is worked with, that the custodians' keys are running out. */
export async function warnOfKeys(): Promise<void> {
  const known = await knownKeys(commandLineActor("operator", "sorti round"), new Date());
  const ahead = roundsAhead(known);
  if (!isTimeForKeys(ahead)) return;
  const commands = ([1, 2] as const).flatMap((custodian) => {
    const [first] = quartersToMake(known, custodian);
    return first ? [`sorti keys create ${custodian} ${first}`] : [];
  });
  const what = commands.length > 0 ? ` Time for a ceremony: ${commands.join(", ")}.` : "";
  console.error(
    `Both custodians have keys for ${readyAhead(ahead)} of the next ${ahead.length} rounds, and a round cannot close before the next is signed.${what}`,
  );
}
