import { useTranslations } from "next-intl";
import { marked } from "@/components/hr/marked";
import { fileQuery } from "@/components/hr/reasons/sheet";
import { placeName, type ReasonsWords } from "@/components/hr/reasons/words";
import { Said } from "@/components/hr/said";
import { type GapLine, gapSentence } from "@/components/hr/signals/gap";
import { GapPicture } from "@/components/hr/signals/gap-picture";
import { Finding } from "@/components/ui/finding";
import { Section } from "@/components/ui/section";
import type { ReasonsOverview } from "@/lib/reasons/overview";
import { gapOf, stayersAt } from "@/lib/signals/gap";
import { meanOf, type SignalSum } from "@/lib/signals/means";

/** The region first, then its groups: HME among those who left, as pictured, and among those who stay. */
export function placeGaps(
  { groups }: ReasonsOverview,
  sums: readonly SignalSum[],
  words: ReasonsWords,
): readonly GapLine[] {
  return groups.map(({ of, picture }) => {
    const means = sums
      .filter(({ place }) => place === of.node)
      .map((sum) => ({ ...sum, value: meanOf(sum) }));
    const stay = stayersAt(means, picture.to?.slice(0, 4) ?? "9999")?.hme.total ?? null;
    const left = picture.hme.total;
    return {
      ...{ id: of.node, name: placeName(of, words), left, stay },
      gap: gapOf(left, stay),
      noise: left.kind === "withheld" ? null : (picture.width?.index ?? null),
    };
  });
}

type GapProps = {
  readonly view: ReasonsOverview;
  readonly sums: readonly SignalSum[];
  readonly words: ReasonsWords;
};

/** How those who left and those who stay differ, for the region and each peer group. */
export function PlaceGapSection({ view, sums, words }: GapProps) {
  const t = useTranslations("signals");
  const gap = useTranslations("signals.gap");
  const lines = placeGaps(view, sums, words);
  const chosen = lines.find(({ id }) => id === view.of.node);
  const at = view.of.node === "region" ? "region" : "group";
  const who = t(`gap.where.${at}`, { group: view.of.name });
  return (
    <Section name={t("reasons.name")} context={t("reasons.context")}>
      {chosen === undefined ? null : (
        <Finding>
          <Said at={sums.length === 0 ? undefined : "gap"}>
            {gapSentence(chosen, who, marked(gap))}
          </Said>
        </Finding>
      )}
      {sums.length === 0 ? (
        <p>{t.rich("reasons.none", { import: (said) => <a href="/hr/import">{said}</a> })}</p>
      ) : (
        <GapPicture
          title={t("reasons.title")}
          lines={lines}
          first={t("gap.column.group")}
          file={`/hr/downloads/reasons/gap?${fileQuery(view.choice)}`}
        />
      )}
      <p className="small quiet">{t("gap.not")}</p>
    </Section>
  );
}
