import { isQuarter } from "@/lib/quarters/quarter";
import { publicReceipts } from "@/lib/releases/data";
import { door, refuse, reply } from "../../door";

type Asked = { readonly params: Promise<{ readonly quarter: string }> };

/** The public, sorted lists of receipts: what reached the mix, and what was carried to the next. */
export const GET = door(async (_request: Request, { params }: Asked): Promise<Response> => {
  const { quarter } = await params;
  const lists = isQuarter(quarter) ? await publicReceipts(quarter) : null;
  return lists ? reply(lists) : refuse("not-mixed", 404);
});
