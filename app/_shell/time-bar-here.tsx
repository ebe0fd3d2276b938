import { goForward } from "@/app/demo/actions";
import { TimeBar } from "@/components/demo/time-bar";
import { journey, nextStop } from "@/lib/cli/journey";
import { dayAt } from "@/lib/quarters/today";

/** The demonstration's calendar above a page; nothing anywhere else. */
export async function TimeBarHere() {
  const at = journey();
  if (at === null) return null;
  const facts = { today: dayAt(new Date()), next: await nextStop() };
  return <TimeBar {...facts} moving={at.state === "moving"} deed={goForward} />;
}
