import { db } from "./clients";

const DAY_MS = 86_400_000;

/**
 * Works while holding an advisory lock of the database; throws `refused` when somebody holds it, here or in
 * another process. The lock lives in an idle transaction, so that a killed process lets go of it. What the
 * work writes has its own transaction and needs no lock.
 */
export async function unlessHeld(
  role: "mixer",
  lock: number,
  refused: Error,
  work: () => Promise<void>,
): Promise<void> {
  let finished = false;
  const held = db(role).$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<{ held: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(${lock}::int) AS held`;
      if (!row?.held) throw refused;
      await work();
      finished = true;
    },
    { maxWait: 10_000, timeout: DAY_MS },
  );
  await held.catch((cause: unknown) => {
    // The lock's own connection was lost, but the work was done.
    if (!finished) throw cause;
  });
}
