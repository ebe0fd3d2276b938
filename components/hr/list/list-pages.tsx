import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Pages } from "@/components/ui/pages";
import type { ListPage } from "@/lib/listing/page";
import { number } from "@/lib/wording/number";

type ListPagesProps = {
  readonly at: ListPage<unknown>;
  /** How many units there are on all pages. */
  readonly of: number;
  readonly place: "above" | "below";
  readonly address: (page: number) => string;
};

/** Which units of how many a table shows, and the way to the others; nothing where it shows all. */
export function ListPages({ at: { page, pages, from, to }, of, place, address }: ListPagesProps) {
  const t = useTranslations("hrOverview.units.pages");
  const locale = useWordingLocale();
  if (pages === 1) return null;
  const counts = { page, pages, from, to, of };
  const said = Object.entries(counts).map(([key, n]) => [key, number(n, locale)]);
  return (
    <Pages
      label={t(place)}
      at={t("at", Object.fromEntries(said))}
      before={page > 1 ? address(page - 1) : null}
      after={page < pages ? address(page + 1) : null}
    />
  );
}
