import { useTranslations } from "next-intl";
import { NoiseScale } from "@/components/charts/noise-scale";
import { useWordingLocale } from "@/components/charts/wording";
import { marked } from "@/components/hr/marked";
import { ChoiceForm } from "@/components/hr/reasons/choice-form";
import { PlaceGapSection } from "@/components/hr/reasons/gap-section";
import { LinesTable } from "@/components/hr/reasons/lines-table";
import { MeasurePicture } from "@/components/hr/reasons/measure-picture";
import { MEASURES, type Measure } from "@/components/hr/reasons/measured";
import { basis, headline } from "@/components/hr/reasons/sentences";
import { type ReasonsWords, whereInWords } from "@/components/hr/reasons/words";
import { Said } from "@/components/hr/said";
import { Picture } from "@/components/ui/picture";
import { Section } from "@/components/ui/section";
import { Top } from "@/components/ui/top";
import type { Series } from "@/lib/disclosure/release";
import type { ReasonsOverview } from "@/lib/reasons/overview";
import type { SignalSum } from "@/lib/signals/means";

type ReasonsProps = {
  readonly view: ReasonsOverview;
  readonly series: readonly Series[];
  /** The region's name, as the questions have it. */
  readonly region: string;
  /** The employee survey's index among those who stay. */
  readonly stayers: readonly SignalSum[];
};

/** Why they left and what could have made them stay, as pictures of groups; the choice stands in the address. */
export function ReasonsPage({ view, series, region, stayers }: ReasonsProps) {
  const t = useTranslations("hrReasons");
  const locale = useWordingLocale();
  const words: ReasonsWords = { say: marked(t), locale, region };
  const pictured = view.picture.cells > 0;
  const at = pictured ? "classes" : undefined;
  return (
    <>
      <Top
        title={<Said at={at}>{headline(view, words)}</Said>}
        why={<Said at={at}>{basis(view, words)}</Said>}
      >
        <ChoiceForm view={view} series={series} words={words} />
      </Top>
      {pictured ? <Measures view={view} words={words} /> : null}
      {view.choice.series === "leaver" && pictured ? (
        <PlaceGapSection view={view} sums={stayers} words={words} />
      ) : null}
      <Section name={t("groups.name")} context={t("groups.context")}>
        <LinesTable table="groups" view={view} words={words} />
      </Section>
      {view.years.length > 0 ? <Years view={view} words={words} /> : null}
      <Section name={t("reading.name")}>
        <ul className="bullets max-w-measure space-y-2">
          {["about", "noise", "withheld", "groups", "nonResponse"].map((key) => (
            <li key={key}>{t(`reading.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Before any quarter has been mixed: what there will be, and when. */
export function NothingReleased() {
  const t = useTranslations("hrReasons.empty");
  return <Top title={t("title")} why={t("why")} />;
}

type PartProps = { readonly view: ReasonsOverview; readonly words: ReasonsWords };

/** The sections and what each pictures. */
const SECTIONS: readonly { readonly key: string; readonly measures: readonly Measure[] }[] = [
  { key: "classes", measures: ["classes"] },
  { key: "single", measures: ["main", "more"] },
  { key: "levers", measures: ["levers"] },
  { key: "hme", measures: ["hme"] },
  { key: "recommend", measures: ["recommend"] },
  { key: "silence", measures: ["silence"] },
];

function Measures({ view, words }: PartProps) {
  const t = useTranslations("hrReasons.section");
  return SECTIONS.map(({ key, measures }) => (
    <Section key={key} id={key} name={t(`${key}.name`)} context={t(`${key}.context`)}>
      {MEASURES.filter((measure) => measures.includes(measure)).map((measure) => (
        <div key={measure} className="space-y-6">
          <MeasurePicture measure={measure} view={view} words={words} />
        </div>
      ))}
    </Section>
  ));
}

function Years({ view, words }: PartProps) {
  const t = useTranslations("hrReasons");
  const title = t("years.picture");
  const rows = view.years.map(({ of, picture }) => ({
    ...{ id: of, name: of, figure: picture.avoidable, noise: picture.width?.share ?? null },
  }));
  return (
    <Section
      name={t("years.name")}
      context={t("years.context", { where: whereInWords(view.of, words) })}
    >
      <Picture title={title} caption={t("years.caption")}>
        <NoiseScale title={title} rows={rows} share />
      </Picture>
      <LinesTable table="years" view={view} words={words} />
    </Section>
  );
}
