import { linksByOrder, type Measured, measured, rankCorrelation } from "@/lib/attack/order";
import { attackedRound } from "./attacked-round";

type Figures = { readonly links: Measured; readonly correlation: Measured };

/** The same quarter over and over: mean links and mean |rank correlation| of each pair of orders. */
export async function repeatedRounds(
  rounds: number,
  people: number,
): Promise<Readonly<Record<string, Figures>>> {
  const pairs = new Map<string, { links: number[]; correlation: number[] }>();
  for (let run = 0; run < rounds; run += 1) {
    const { before, counted, receipts } = await attackedRound(people);
    const known = {
      "redemptions by xmin": before.redeemed.xmin,
      "redemptions by ctid": before.redeemed.ctid,
      "inbox by xmin": before.arrived.xmin,
      "inbox by ctid": before.arrived.ctid,
      "inbox by overflow id": before.arrived.toast,
    };
    const found = { "answers as counted": counted, "receipts by ctid": receipts.ctid };
    for (const [one, order] of Object.entries(known)) {
      for (const [other, after] of Object.entries(found)) {
        const pair = pairs.get(`${one} × ${other}`) ?? { links: [], correlation: [] };
        pair.links.push(linksByOrder(order, after));
        pair.correlation.push(rankCorrelation(order, after));
        pairs.set(`${one} × ${other}`, pair);
      }
    }
  }
  return Object.fromEntries(
    [...pairs].map(([name, { links, correlation }]) => [
      name,
      { links: measured(links), correlation: measured(correlation) },
    ]),
  );
}
