import { counts } from "./data";
import type { Answered } from "./request-counts";

/** Counts a request that was answered. In this process only, and forgotten when it ends. */
export const countRequest = (answered: Answered): void => counts().requests.add(answered);

/** Counts work of the server's own that failed. */
export function countFailure(work: string): void {
  const { failures } = counts();
  failures.set(work, (failures.get(work) ?? 0) + 1);
}
