import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/hr/choice-links";
import { ALL_KINDS, FIRST_KIND, kindChoice } from "@/components/hr/kind";

type KindChoiceProps = {
  /** The page the choice belongs to. */
  readonly href: string;
  readonly units: readonly { readonly kind: string }[];
  /** What is searched for there, which the choice keeps. */
  readonly search?: string;
  /** The kind that is shown; null = all. */
  readonly kind: string | null;
};

/** Which kinds of unit a page shows: plain links, so that an address remembers it. */
export function KindChoice({ href, units, kind, search = "" }: KindChoiceProps) {
  const t = useTranslations("hrOverview");
  const kinds = [...new Set(units.map((unit) => unit.kind))].sort(firstKindFirst);
  if (kinds.length < 2) return null;
  return (
    <div className="mt-6">
      <ChoiceLinks
        label={t("choose")}
        choices={[...kinds, null].map((each) => ({
          key: each ?? ALL_KINDS,
          text: kindChoice((key, values) => t(key, values), each),
          href: `${href}?${new URLSearchParams({ slag: each ?? ALL_KINDS, ...(search === "" ? {} : { sok: search }) })}`,
          count: units.filter((unit) => each === null || unit.kind === each).length,
          chosen: each === kind,
        }))}
      />
    </div>
  );
}

function firstKindFirst(a: string, b: string): number {
  return Number(b === FIRST_KIND) - Number(a === FIRST_KIND) || a.localeCompare(b);
}
