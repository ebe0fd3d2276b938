import { door, refuse, reply } from "@/lib/doors/door";
import { isQuarter } from "@/lib/quarters/quarter";
import { publicReceipts } from "@/lib/releases/data";

/** The public, sorted lists of receipts: what reached the mix, and what was carried to the next. */
export const receipts = door(async (_call, quarter: string): Promise<Response> => {
  const lists = isQuarter(quarter) ? await publicReceipts(quarter) : null;
  return lists ? reply(lists) : refuse("not-mixed", 404);
});
