import type { HrActor } from "@/lib/auth/actor";
import { REGION } from "@/lib/disclosure/release";
import type { Releases } from "@/lib/reasons/releases";
import { signalSums } from "@/lib/signals/data";
import type { SignalSum } from "@/lib/signals/means";

/** The employee survey's index in the region and in each group of the round's tree. */
export function stayersByPlace(
  actor: HrActor,
  { tree }: Releases["round"],
): Promise<readonly SignalSum[]> {
  const members = Object.entries(tree.units).flatMap(([unit, group]) => [
    { unit, place: REGION },
    { unit, place: `group:${group}` },
  ]);
  return signalSums(actor, members, ["hme"]);
}
