import { useTranslations } from "next-intl";
import { useFigureWords } from "@/components/charts/figure-words";
import { useWordingLocale } from "@/components/charts/wording";
import type { Figure } from "@/lib/disclosure/figure";
import { number } from "@/lib/wording/number";

type FigureValueProps = {
  readonly figure: Figure;
  /** Decimals: 0 for counts (default), 1 for means and indices. */
  readonly digits?: number;
  /** The round's limit, so that ”för få svar” can say how few. */
  readonly k?: number;
};

/** The only way to print a survey figure: small ”minst”, ”högst”, ”ungefär”; withheld = its reason in words. */
export function FigureValue({ figure, digits = 0, k }: FigureValueProps) {
  const t = useTranslations("figures");
  const words = useFigureWords();
  const locale = useWordingLocale();
  if (figure.kind === "withheld") return <span className="wh">{words(figure, { k })}</span>;
  const n = number(figure.n, locale, digits);
  if (figure.kind === "count") return n;
  return (
    <>
      <span className="bound">{t(figure.kind)}</span> {n}
    </>
  );
}
