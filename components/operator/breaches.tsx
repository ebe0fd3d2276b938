import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { roundInequalities } from "@/lib/confirmation/inequalities";
import type { Quarter } from "@/lib/quarters/quarter";
import type { Entry } from "@/lib/transparency/entry";

type BreachesProps = { readonly quarter: Quarter; readonly log: readonly Entry[] };

/** Which of `received ≤ issued ≤ links open` the public log says that a quarter broke; nothing when they hold. */
export function Breaches({ quarter, log }: BreachesProps) {
  const t = useTranslations("imports.breach");
  const broken = roundInequalities(log).find((round) => round.quarter === quarter)?.broken ?? [];
  if (broken.length === 0) return null;
  return (
    <Note>
      {broken.map((breach) => (
        <p key={breach}>{t(breach)}</p>
      ))}
    </Note>
  );
}
