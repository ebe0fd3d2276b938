import { useTranslations } from "next-intl";
import { ALL_KINDS, FIRST_KIND, kindChoice } from "@/components/hr/kind";

type KindChoiceProps = {
  /** The page the choice belongs to. */
  readonly href: string;
  readonly units: readonly { readonly kind: string }[];
  /** The kind that is shown; null = all. */
  readonly kind: string | null;
};

/** Which kinds of unit a page shows: plain links, so that an address remembers it. */
export function KindChoice({ href, units, kind }: KindChoiceProps) {
  const t = useTranslations("hrOverview");
  const kinds = [...new Set(units.map((unit) => unit.kind))].sort(firstKindFirst);
  if (kinds.length < 2) return null;
  return (
    <nav aria-label={t("choose")}>
      <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1">
        {[...kinds, null].map((each) => (
          <li key={each ?? ALL_KINDS}>
            <a
              href={`${href}?slag=${encodeURIComponent(each ?? ALL_KINDS)}`}
              aria-current={each === kind ? "true" : undefined}
              className={each === kind ? "font-semibold" : undefined}
            >
              {kindChoice((key, values) => t(key, values), each)}
            </a>{" "}
            ({units.filter((unit) => each === null || unit.kind === each).length})
          </li>
        ))}
      </ul>
    </nav>
  );
}

function firstKindFirst(a: string, b: string): number {
  return Number(b === FIRST_KIND) - Number(a === FIRST_KIND) || a.localeCompare(b);
}
