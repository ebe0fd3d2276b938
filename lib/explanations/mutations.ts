import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Signed } from "@/lib/entries/answers";
import { type EntryBase, signVersion } from "@/lib/entries/sign-version";
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

/** Signs the next version of an explanation; see `signVersion`. */
export async function signExplanation(
  actor: HrActor,
  { id, unitCode, version }: EntryBase,
  entry: ExplanationEntry,
  today: Day,
): Promise<Signed> {
  const store = db("identity");
  const written = { ...entry, id, unitCode, version: version + 1, signedBy: actor.user };
  return signVersion({
    isKnown: async () =>
      version === 0
        ? (await store.unit.count({ where: { code: unitCode } })) > 0
        : (await store.explanation.count({ where: { id, version, unitCode } })) > 0,
    add: async () => {
      const data = [{ ...written, notedOn: today }];
      return (await store.explanation.createMany({ data, skipDuplicates: true })).count > 0;
    },
    isThere: async () => (await store.explanation.count({ where: written })) > 0,
  });
}
