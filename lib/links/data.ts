import { db } from "@/lib/db/clients";
import { linkWindow } from "@/lib/invitations/link-window";
import { firstDayOf, lastDayOf, type Quarter } from "@/lib/quarters/quarter";

/** How many links could be used in a quarter, and unit code → invited whose last day lies in it. */
type LinksOpen = { readonly linksOpen: number; readonly invited: Readonly<Record<string, number>> };

type UnitCount = { readonly unit: string; readonly n: number };

/**
 * What the issuer holds of a quarter, for the public log. A link that was taken back counts as open, since it
 * may have been used before, and never as invited: HR knows whose were taken back, so that counting those that
 * had been used would tell who has answered.
 */
export async function linksOpenIn(quarter: Quarter): Promise<LinksOpen> {
  const [first, last] = [firstDayOf(quarter), lastDayOf(quarter)];
  const issuer = db("issuer");
  const linksOpen = await issuer.link.count({
    where: { windowFrom: { lte: last }, windowTo: { gte: first } },
  });
  const units = await issuer.$queryRaw<UnitCount[]>`
    SELECT unit, count(*)::int AS n FROM issuer.links l
    WHERE window_to BETWEEN ${linkWindow(first).to} AND ${linkWindow(last).to}
      AND NOT EXISTS (SELECT FROM issuer.cancellations c WHERE c.token_hash = l.token_hash)
    GROUP BY unit`;
  return { linksOpen, invited: Object.fromEntries(units.map(({ unit, n }) => [unit, n])) };
}
