import { useLocale, useTranslations } from "next-intl";
import { localeOf } from "@/lib/i18n/locale";
import { type KindPlan, shownPlan } from "@/lib/imports/kind-plan";
import { listInWords } from "@/lib/wording/names";

type PlanEffectsProps = {
  readonly planned: KindPlan;
  /** The sentence around them: "Filen …". */
  readonly say: (effects: string) => string;
};

/** "Filen lägger till 3 avgångar och tar bort 1 avgång." */
export function PlanEffects({ planned, say }: PlanEffectsProps) {
  const t = useTranslations("import-page");
  const { added, changed, removed } = shownPlan(planned, 0);
  const parts = Object.entries({ added, changed, removed }).flatMap(([effect, { count: n }]) =>
    n > 0 ? [t(`effect.${planned.kind}.${effect}`, { n })] : [],
  );
  return say(listInWords(parts, localeOf(useLocale())));
}
