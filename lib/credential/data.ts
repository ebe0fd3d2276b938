import { db } from "@/lib/db/clients";
import { ask } from "@/lib/db/statement";
import { tokenHash } from "@/lib/keys/link-key";
import { type Day, firstDayOf, isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";

/** What the page needs of a link, or why it does not open. The same for an open and a used one. */
export type LinkReply =
  | {
      readonly state: "open";
      readonly quarter: string;
      readonly unit: string;
      readonly series: string;
      readonly language: string;
      readonly until: Day;
    }
  | { readonly state: "not-yet"; readonly from: Day }
  | { readonly state: "expired" }
  /** The link is good, but no round is open now; `from` is the day the next opens, where one is set. */
  | { readonly state: "no-round"; readonly from: Day | null };

type Link = {
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly unit: string;
  readonly series: string;
  readonly language: string;
};

/** The link of a token; null when there is none or it was cancelled. Never looks at redemptions. */
export async function findLink(hash: Uint8Array<ArrayBuffer>): Promise<Link | null> {
  const [link] = await db("issuer").$queryRaw<Link[]>`
    SELECT window_from AS "windowFrom", window_to AS "windowTo", unit, series, language
    FROM issuer.links
    WHERE token_hash = ${hash}
      AND NOT EXISTS (SELECT FROM issuer.cancellations WHERE token_hash = ${hash})`;
  return link ?? null;
}

const LINK_IN = {
  name: "link-in",
  text: `
    SELECT window_from AS "windowFrom", window_to AS "windowTo", state
    FROM issuer.links LEFT JOIN issuer.rounds ON quarter = $2
    WHERE token_hash = $1
      AND NOT EXISTS (SELECT FROM issuer.cancellations WHERE token_hash = $1)`,
};

type LinkIn = Pick<Link, "windowFrom" | "windowTo"> & { readonly state: string | null };

/** A link as `findLink` gives it, with the state of the round it is used in; `state` is null when there is no such round. */
export async function findLinkIn(
  hash: Uint8Array<ArrayBuffer>,
  quarter: Quarter,
): Promise<LinkIn | null> {
  const [link] = await ask<LinkIn>("issuer", LINK_IN, [hash, quarter]);
  return link ?? null;
}

/** The day, `today` or later, on which the next round is to open; null when none is planned for one. */
async function nextOpening(today: Day): Promise<Day | null> {
  const planned = await db("issuer").issuerRound.findMany({ where: { state: "planned" } });
  const days = planned.flatMap(({ quarter }) => (isQuarter(quarter) ? [firstDayOf(quarter)] : []));
  return days.toSorted().find((day) => day >= today) ?? null;
}

/** Answers "may I begin?" and writes nothing. `today` in Europe/Stockholm. */
export async function linkReply(token: Uint8Array, today: Day): Promise<LinkReply | null> {
  const link = await findLink(tokenHash(token));
  if (!link) return null;
  if (today < link.windowFrom) return { state: "not-yet", from: link.windowFrom };
  if (today > link.windowTo) return { state: "expired" };
  const round = await db("issuer").issuerRound.findFirst({ where: { state: "issuing" } });
  if (!round) return { state: "no-round", from: await nextOpening(today) };
  const { unit, series, language } = link;
  return { state: "open", quarter: round.quarter, unit, series, language, until: link.windowTo };
}

/** What has not been counted for the public log, or may be counted again by a close that was interrupted. */
const UNCOUNTED = ["planned", "issuing", "grace"];

/**
 * Links that ended before this day can go: they have expired, and no round that is not over could be asked about
 * them. Null when there is no such round to go by.
 */
export async function linksGoBefore(now: Date): Promise<Day | null> {
  const [round] = await db("issuer").issuerRound.findMany({
    where: { state: { in: UNCOUNTED } },
    orderBy: { quarter: "asc" },
    take: 1,
  });
  const quarter = round?.quarter ?? "";
  if (!isQuarter(quarter)) return null;
  return [firstDayOf(quarter), dayAt(now)].toSorted()[0] ?? null;
}

/** How many links have expired and can go. */
export async function expiredLinks(now: Date): Promise<number> {
  const lt = await linksGoBefore(now);
  return lt === null ? 0 : db("issuer").link.count({ where: { windowTo: { lt } } });
}
