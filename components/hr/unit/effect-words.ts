import type { UnitWords } from "@/components/hr/unit/sentences";
import { sentences } from "@/components/hr/words";
import type { BeforeAfter, Side } from "@/lib/turnover/before-after";
import { lengthOf } from "@/lib/turnover/month";
import { number, percent } from "@/lib/wording/number";

/** What turnover did after an action was decided, how unsure that is, and that it does not say why. */
export function effectWords(effect: BeforeAfter, { say, locale }: UnitWords): string {
  if (effect.kind !== "compared") return say(`effect.${effect.kind}`);
  const { before, after, ratio, chance, peers } = effect;
  const side = (which: "before" | "after", { departures, rate, window }: Side) =>
    say(`effect.${which}`, {
      departures,
      months: lengthOf(window),
      rate: percent(rate, locale),
    });
  const said = sentences(side("before", before), side("after", after));
  const beside =
    peers === null
      ? ""
      : say("effect.peers", {
          before: percent(peers.before, locale),
          after: percent(peers.after, locale),
        });
  if (ratio === null) return sentences(said, say("effect.nobody"), beside);
  const times = (n: number) => number(n, locale, n < 10 ? 1 : 0);
  const span =
    ratio.value === null || ratio.upper === null
      ? say("effect.fromNone")
      : say("effect.span", {
          times: times(ratio.value),
          lower: times(ratio.lower),
          upper: times(ratio.upper),
        });
  const fell = after.rate < before.rate;
  return sentences(
    said,
    span,
    say(`effect.${fell ? "down" : "up"}.${chance ? "chance" : "more"}`),
    beside,
    fell ? say("effect.fallsBack") : "",
  );
}
