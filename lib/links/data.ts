import { db } from "@/lib/db/clients";
import { linkWindow } from "@/lib/invitations/link-window";
import { firstDayOf, lastDayOf, type Quarter } from "@/lib/quarters/quarter";

/** How many links could be used in a quarter, and unit code → invited whose last day lies in it. */
type LinksOpen = { readonly linksOpen: number; readonly invited: Readonly<Record<string, number>> };

/**
 * What the issuer holds of a quarter, for the public log. A link that was taken back counts: it may have
 * been used before.
 */
export async function linksOpenIn(quarter: Quarter): Promise<LinksOpen> {
  const [first, last] = [firstDayOf(quarter), lastDayOf(quarter)];
  const { link } = db("issuer");
  const linksOpen = await link.count({
    where: { windowFrom: { lte: last }, windowTo: { gte: first } },
  });
  const units = await link.groupBy({
    by: ["unit"],
    where: { windowTo: { gte: linkWindow(first).to, lte: linkWindow(last).to } },
    _count: true,
  });
  return { linksOpen, invited: Object.fromEntries(units.map((one) => [one.unit, one._count])) };
}
