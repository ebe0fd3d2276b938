import { UnitNames } from "@/components/reports/quarterly/unit-names";
import {
  actionRemarks,
  breakRemarks,
  explanationRemarks,
} from "@/components/reports/quarterly/unit-remarks";
import { unitSeries } from "@/components/reports/quarterly/unit-series";
import { UnitsTable } from "@/components/reports/quarterly/units-table";
import type { View } from "@/components/reports/quarterly/view";
import { ReportSection, Wider } from "@/components/reports/report-section";
import { KeyPanel, UnitPanel, UnitPanels } from "@/components/reports/unit-panel";
import { verdictSentence } from "@/lib/reports/sentences/verdict";
import { flaggedSentence } from "@/lib/reports/sentences/where";
import { tellsEachUnit } from "@/lib/reports/size";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { lastWholeYear } from "@/lib/turnover/month";
import { monthInWords } from "@/lib/wording/date";
import { number, percent, span } from "@/lib/wording/number";

const RULE = { "each-year": "ruleEach", pooled: "rulePooled", either: "ruleEither" } as const;

/** The motion's first demand: the flagged centres, both readings, verdict, explanations, actions. */
export function FirstDemand({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { policy, asOf, units } = snapshot.turnover;
  const inScope = units.filter((unit) => unit.inScope);
  const others = units.filter((unit) => !unit.inScope);
  const last = lastWholeYear(asOf);
  const limit = percent(policy.threshold, words.locale, 0);
  return (
    <ReportSection
      id="units"
      label={t("first.label")}
      title={flaggedSentence(snapshot, words).replace(/[.]$/, "")}
      quote={t("first.quote")}
      intro={t("first.intro", {
        limit,
        years: span(last - policy.years + 1, last),
        months: 12 * policy.years,
        rule: t(`first.${RULE[policy.rule]}`),
      })}
      full={
        <>
          {tellsEachUnit(snapshot) ? (
            <Panels view={view} units={inScope} />
          ) : (
            <p>{t("first.many", { count: units.length, months: 12 * policy.years })}</p>
          )}
          {inScope.length > 0 ? (
            <Wider>
              <Units view={view} caption={t("first.table")} units={inScope} />
              <p className="small quiet mt-2">{tableNote(view)}</p>
            </Wider>
          ) : null}
          {others.length > 0 ? (
            <Wider>
              <h3>{t("first.others")}</h3>
              <p className="mt-2 mb-6">{t("first.othersIntro")}</p>
              <Units view={view} caption={t("first.othersTable")} units={others} />
            </Wider>
          ) : null}
        </>
      }
    />
  );
}

type UnitsProps = { readonly view: View; readonly units: readonly ReportUnit[] };

/** A table of the units, or their names where a table of them would be too long. */
function Units({ view, caption, units }: UnitsProps & { readonly caption: string }) {
  if (!tellsEachUnit(view.snapshot)) return <UnitNames view={view} units={units} />;
  return <UnitsTable view={view} caption={caption} units={units} />;
}

function Panels({ view, units }: UnitsProps) {
  const { snapshot, words } = view;
  return (
    <UnitPanels>
      {units.map((unit) => (
        <UnitPanel
          key={unit.code}
          verdict={unit.verdict.word}
          why={verdictSentence(unit, snapshot.turnover, words)}
          series={unitSeries(unit, view)}
          breaks={breakRemarks(unit, view)}
          explanations={explanationRemarks(unit, view)}
          actions={actionRemarks(unit, view)}
        />
      ))}
      {units.length > 0 ? <KeyPanel limit={snapshot.turnover.policy.threshold} /> : null}
    </UnitPanels>
  );
}

/** Which months, what is expected, and how many chance alone puts above its limit. */
function tableNote({ snapshot, words, t }: View): string {
  const { policy, asOf, compared, aboveByChance, units } = snapshot.turnover;
  const expected = Math.round(aboveByChance);
  const key = expected === 0 ? "chanceNone" : expected === 1 ? "chanceOne" : "chance";
  const month = (of: string) => monthInWords(of, words.locale);
  return t("first.note", {
    months: 12 * policy.years,
    from: month(units[0]?.pooled.from ?? asOf),
    to: month(asOf),
    chance: t(`first.${key}`, { compared, n: number(aboveByChance, words.locale) }),
  });
}
