import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/** What a page or a call of ours may be asked by; the framework fails at some that it does not know. */
export const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** Where a page's script says which parts of a page it has already. */
const HAS = "next-router-state-tree";

function isReadable(has: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(has);
    return true;
  } catch {
    return false;
  }
}

/**
 * The status that refuses what the framework would fail at, whoever asks: a way of asking that it does not know, and a
 * page's parts that are none. Null for everything else, of which parts of a file are then no longer asked: no page of
 * ours does, and of one that is not so long the framework makes a failure.
 */
export function unreadable({ method = "GET", headers }: IncomingMessage): 400 | 405 | null {
  if (!METHODS.includes(method)) return 405;
  if (!isReadable(headers[HAS])) return 400;
  delete headers.range;
  delete headers["if-range"];
  return null;
}
