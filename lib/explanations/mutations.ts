import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Signed } from "@/lib/entries/answers";
import type { Day } from "@/lib/quarters/quarter";
import type { Explanation } from "./explanation";
import type { ExplanationEntry } from "./read";

/** Notes a natural explanation as it was signed elsewhere. The same entry twice is one entry. */
export async function noteExplanation(
  actor: HrActor,
  explanation: Omit<Explanation, "id">,
): Promise<void> {
  const { unitCode, what, notedOn } = explanation;
  await db("identity").$transaction(async (tx) => {
    const same = await tx.explanation.findFirst({ where: { unitCode, what, notedOn } });
    if (same) return;
    await tx.explanation.create({ data: { ...explanation, version: 1, signedBy: actor.user } });
  });
}

/** Which explanation, and the version that its writer had before her: 0 = it is new. */
export type ExplanationBase = {
  readonly id: string;
  readonly unitCode: string;
  readonly version: number;
};

/**
 * Signs the next version of an explanation. Nothing is overwritten: when two change the same version at once the
 * second gets `newer`. The same words sent again by the same account are signed once.
 */
export async function signExplanation(
  actor: HrActor,
  { id, unitCode, version }: ExplanationBase,
  entry: ExplanationEntry,
  today: Day,
): Promise<Signed> {
  const identity = db("identity");
  const known =
    version === 0
      ? await identity.unit.count({ where: { code: unitCode } })
      : await identity.explanation.count({ where: { id, version, unitCode } });
  if (known === 0) return "unknown";
  const written = { ...entry, id, unitCode, version: version + 1, signedBy: actor.user };
  const { count } = await identity.explanation.createMany({
    data: [{ ...written, notedOn: today }],
    skipDuplicates: true,
  });
  if (count > 0) return "signed";
  return (await identity.explanation.count({ where: written })) > 0 ? "signed" : "newer";
}
