import { door, noRound, reply } from "@/lib/doors/door";
import { issuing } from "@/lib/doors/receiving";
import { dayAt } from "@/lib/quarters/today";
import { nextOpening } from "@/lib/rounds/data";

/** What both custodians signed for the round that is open; the same bytes for everyone. */
export const manifest = door(async (): Promise<Response> => {
  const round = await issuing();
  return round ? reply(round.signed) : noRound(await nextOpening(dayAt(new Date())));
});
