import { expect, vi } from "vitest";
import { asOwner } from "./databases";

/** Until somebody waits for a lock in the employer's database. */
export async function lockAwaited(): Promise<void> {
  const sql = "SELECT FROM pg_locks WHERE NOT granted";
  await vi.waitFor(async () => expect(await asOwner("employer", sql)).not.toEqual([]), {
    timeout: 20_000,
    interval: 50,
  });
}
