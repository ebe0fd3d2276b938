import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { namesOf } from "@/lib/imported/data";

export type ApiKeyLine = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  /** Name, or what ran the command. */
  readonly madeBy: string;
  readonly revokedAt: Date | null;
  /** The day on which it was last shown; null: never. */
  readonly lastUsedOn: string | null;
};

/** Every key that was ever made, those in force first, newest first. Never the keys themselves. */
export async function apiKeys(_actor: HrActor): Promise<readonly ApiKeyLine[]> {
  const keys = await db("identity").apiKey.findMany({
    orderBy: [{ madeAt: "desc" }, { id: "asc" }],
    select: {
      ...({ id: true, name: true, madeAt: true, madeBy: true } as const),
      ...({ revokedAt: true, lastUsedOn: true } as const),
    },
  });
  const names = await namesOf(keys.map(({ madeBy }) => madeBy));
  const lines = keys.map((key) => ({ ...key, madeBy: names.get(key.madeBy) ?? key.madeBy }));
  return [
    ...lines.filter(({ revokedAt }) => revokedAt === null),
    ...lines.filter(({ revokedAt }) => revokedAt !== null),
  ];
}
