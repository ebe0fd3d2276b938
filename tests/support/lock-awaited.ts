import { expect, vi } from "vitest";
import { asOwner } from "./databases";

/** Until somebody waits for a lock in a database: the employer's, unless told otherwise. */
export async function lockAwaited(side: "employer" | "collector" = "employer"): Promise<void> {
  const sql = "SELECT FROM pg_locks WHERE NOT granted";
  await vi.waitFor(async () => expect(await asOwner(side, sql)).not.toEqual([]), {
    timeout: 120_000,
    interval: 50,
  });
}
