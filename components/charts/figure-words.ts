import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import type { Figure } from "@/lib/disclosure/figure";
import { number } from "@/lib/wording/number";

export type FigureOptions = {
  /** Decimals: 0 for counts, 1 for means and indices. */
  readonly digits?: number | undefined;
  /** The round's limit, so that ”för få” can say how few. */
  readonly k?: number | undefined;
};

/** Says a survey figure in words: ”minst 5”, ”ungefär 20”, ”Visas inte än: färre än 8 svar.” */
export function useFigureWords(): (figure: Figure, options?: FigureOptions) => string {
  const t = useTranslations("figures");
  const locale = useWordingLocale();
  return (figure, { digits = 0, k } = {}) => {
    if (figure.kind === "withheld") {
      return figure.reason === "too-few" && k !== undefined
        ? t("withheld.fewerThan", { k })
        : t(`withheld.${figure.reason}`);
    }
    const n = number(figure.n, locale, digits);
    return figure.kind === "count" ? n : t("bounded", { sign: t(figure.kind), n });
  };
}
