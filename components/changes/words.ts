import { useTranslations } from "next-intl";

type Terms = Readonly<Record<"k" | "c" | "graceDays", number>>;

/** What a change is about. `quarter`: its name, where it is about a quarter's last day. */
type Told = {
  readonly quarter: string;
  readonly from: Terms | null;
  readonly to: Terms | null;
};

/** Says what a change changes, and nothing of what stays. */
export function useChangeWords(): (told: Told) => string {
  const t = useTranslations("changes.about");
  return ({ quarter, from, to }) => {
    if (from === null || to === null) return t("close", { quarter });
    const moved = (["k", "c", "graceDays"] as const).filter((one) => from[one] !== to[one]);
    return moved.map((one) => t(one, { from: from[one], to: to[one] })).join(", ");
  };
}
