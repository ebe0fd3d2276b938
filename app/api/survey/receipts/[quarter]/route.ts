import { isQuarter } from "@/lib/quarters/quarter";
import { publicReceipts } from "@/lib/releases/data";
import { refuse, reply } from "../../door";

/** The public, sorted lists of receipts: what reached the mix, and what was carried to the next. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ quarter: string }> },
): Promise<Response> {
  const { quarter } = await params;
  const lists = isQuarter(quarter) ? await publicReceipts(quarter) : null;
  return lists ? reply(lists) : refuse("not-mixed", 404);
}
