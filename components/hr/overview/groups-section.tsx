import { useTranslations } from "next-intl";
import { ReadingsTable } from "@/components/hr/overview/readings-table";
import {
  noticeWords,
  type OverviewWords,
  placeWords,
  ruleWords,
} from "@/components/hr/overview/sentences";
import { type OverviewView, overAnyReading } from "@/components/hr/overview/view";
import { Said } from "@/components/hr/said";
import { UnitGroups } from "@/components/hr/unit-groups";
import { UnitLink, unitHref } from "@/components/hr/unit-link";
import { Section } from "@/components/ui/section";
import { number, percent } from "@/lib/wording/number";

type GroupsProps = { readonly view: OverviewView; readonly words: OverviewWords };

/** The units under the four verdicts, then the motion's rule read both ways. */
export function GroupsSection({ view, words }: GroupsProps) {
  const t = useTranslations("hrOverview.groups");
  const { locale, say } = words;
  const figures = {
    rate: (share: number) => percent(share, locale),
    expected: (n: number) => number(n, locale, 1),
  };
  const units = view.units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    href: unitHref(unit.code),
    verdict: unit.verdict.word,
    ...(unit.verdict.word === "neither"
      ? {}
      : {
          figures: () => (
            <Said at={`funnel-${unit.code}`}>{placeWords(unit, view.policy, say, figures)}</Said>
          ),
        }),
  }));
  const readings = overAnyReading(view.units);
  return (
    <Section
      name={t("name")}
      context={<Said>{say("groups.context", { months: 12 * view.policy.years })}</Said>}
    >
      <UnitGroups units={units} rest={<Said>{noticeWords(view, words)}</Said>} />
      <Elsewhere view={view} />
      {readings.length === 0 ? null : (
        <div>
          <ReadingsTable view={view} units={readings} words={words} />
          <p className="mt-4 small quiet">
            <Said>{t("readingsNote", { rule: ruleWords(view, words) })}</Said>
          </p>
        </div>
      )}
    </Section>
  );
}

/** Units of other kinds that need a look: the page about health centres must not hide them. */
function Elsewhere({ view }: { readonly view: OverviewView }) {
  const t = useTranslations("hrOverview.groups");
  const verdict = useTranslations("figures.verdict.word");
  return (
    <p>
      {view.elsewhere.length === 0 ? null : (
        <>
          {t("elsewhere")}{" "}
          {view.elsewhere.map((unit, i) => (
            <span key={unit.code}>
              {i === 0 ? "" : ", "}
              <UnitLink code={unit.code} name={unit.name} /> ({verdict(unit.verdict.word)})
            </span>
          ))}
          {". "}
        </>
      )}
      <a href="/hr/units">{t("list")}</a>
    </p>
  );
}
