import { dayAt } from "@/lib/quarters/today";
import { nextOpening } from "@/lib/rounds/data";
import { door, noRound, reply } from "../door";
import { issuing } from "../receiving";

export const dynamic = "force-dynamic";

/** What both custodians signed for the round that is open; the same bytes for everyone. */
export const GET = door(async (): Promise<Response> => {
  const round = await issuing();
  return round ? reply(round.signed) : noRound(await nextOpening(dayAt(new Date())));
});
