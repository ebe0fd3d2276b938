import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Signed } from "@/lib/entries/answers";
import { signVersion } from "@/lib/entries/sign-version";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import type { CommentEntry } from "./comment";

/** Signs the next version of HR's comment to a report; `version`: the one that its writer has seen, 0 = none. */
export async function signComment(
  actor: HrActor,
  { quarter, version }: { readonly quarter: Quarter; readonly version: number },
  entry: CommentEntry,
  today: Day,
): Promise<Signed> {
  const store = db("identity").reportComment;
  const written = { ...entry, quarter, version: version + 1, signedBy: actor.user };
  return signVersion({
    isKnown: async () => version === 0 || (await store.count({ where: { quarter, version } })) > 0,
    add: async () => {
      const data = [{ ...written, signedOn: today }];
      return (await store.createMany({ data, skipDuplicates: true })).count > 0;
    },
    isThere: async () => (await store.count({ where: written })) > 0,
  });
}
