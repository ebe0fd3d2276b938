import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { FiledTable, MOST_ROWS } from "@/components/hr/filed-table";
import { kindWord } from "@/components/hr/kind";
import {
  likelyInWords,
  showableInWords,
  stateInWords,
  wayInWords,
} from "@/components/hr/programme/sentences";
import { fileAddress } from "@/components/hr/programme/sheet";
import type { ProgrammeView } from "@/components/hr/programme/view";
import { Term } from "@/components/hr/term";
import { UnitLink } from "@/components/hr/unit-link";
import type { Words } from "@/components/hr/words";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { dayInWords, quarterInWords } from "@/lib/wording/date";
import { number } from "@/lib/wording/number";

type TableProps = { readonly view: ProgrammeView };

function usePlanWords(): Words {
  const t = useTranslations("programme");
  return { say: (key, values) => t(key, values), locale: useWordingLocale() };
}

const wrapped = (key: string, head: string) => ({
  key,
  label: head,
  head: (
    <Term of="plan">
      <Wrapped>{head}</Wrapped>
    </Term>
  ),
  number: true,
});

/** The steps of the motion: from when, how many units, what they come to in a year. */
export function StepTable({ view }: TableProps) {
  const words = usePlanWords();
  const { say, locale } = words;
  const caption = say("steps.table");
  const figures = ["units", "takingPart", "leavers", "planned", "own"] as const;
  return (
    <FiledTable
      id="steps"
      file={fileAddress("steps", view)}
      caption={caption}
      width="l"
      narrow="list"
      columns={[
        { key: "step", head: say("steps.step") },
        { key: "from", head: say("steps.from") },
        ...[...figures, "five"].map((key) => wrapped(key, say(`steps.${key}`))),
        ...(view.cost === null ? [] : [wrapped("cost", say("steps.cost"))]),
      ]}
      rows={view.steps.map((step) => ({
        key: step.scope,
        head: say(`scope.${step.scope}`),
        cells: {
          from: <span className="whitespace-nowrap">{stateInWords(step, step.from, words)}</span>,
          ...Object.fromEntries(figures.map((key) => [key, number(step[key], locale)])),
          five: number(step.within.five, locale),
          cost: view.cost === null ? "" : number(step.planned * view.cost, locale),
        },
      }))}
    />
  );
}

/** The plan's volumes, quarter by quarter. */
export function QuarterTable({ view }: TableProps) {
  const words = usePlanWords();
  const { say, locale } = words;
  const caption = say("quarters.table");
  const { cost } = view;
  return (
    <FiledTable
      id="quarters"
      file={fileAddress("quarters", view)}
      caption={caption}
      width="l"
      columns={[
        { key: "quarter", head: say("quarters.quarter") },
        ...["decided", "covered", "invited", "answers", "own"].map((key) =>
          wrapped(key, say(`quarters.${key}`)),
        ),
        ...(cost === null ? [] : [wrapped("cost", say("quarters.cost"))]),
      ]}
      rows={view.quarters.map(({ quarter, decided, covered, invited, answers, own }) => ({
        key: quarter,
        head: <span className="whitespace-nowrap">{quarterInWords(quarter, locale)}</span>,
        cells: {
          decided: number(decided, locale),
          covered: number(covered, locale),
          invited: likelyInWords(invited, words),
          answers: likelyInWords(answers, words),
          own: number(own, locale),
          cost: cost === null ? "" : number(Math.round(answers.expected) * cost, locale),
        },
      }))}
    />
  );
}

/** Open units in the order of the alphabet: when it joins, and when it can be shown. */
export function UnitTable({ view, units }: TableProps & Pick<ProgrammeView, "units">) {
  const words = usePlanWords();
  const kinds = useTranslations("hrOverview");
  const { say, locale } = words;
  const caption = say("units.table");
  return (
    <FiledTable
      id="units"
      file={fileAddress("units", view)}
      caption={caption}
      width="l"
      narrow="list"
      columns={[
        { key: "unit", head: say("units.unit") },
        { key: "kind", head: say("units.kind") },
        { key: "joins", head: say("units.joins") },
        ...["staff", "leavers"].map((key) => wrapped(key, say(`units.${key}`))),
        { key: "showable", head: say("units.showable") },
      ]}
      of={units.length}
      rows={units.slice(0, MOST_ROWS).map((unit) => ({
        key: unit.code,
        head: <UnitLink code={unit.code} name={unit.name} />,
        cells: {
          kind: kindWord((key, values) => kinds(key, values), unit.kind, 1),
          joins: wayInWords(unit, words),
          staff: unit.staff === null ? say("units.noStaff") : number(unit.staff, locale),
          leavers: number(unit.leavers, locale),
          showable: showableInWords(unit, words),
        },
      }))}
    />
  );
}

/** Every decision, newest first; none is ever changed. */
export function DecisionTable({ view }: TableProps) {
  const words = usePlanWords();
  const { say, locale } = words;
  const caption = say("history.table");
  const name = (code: string) => view.units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <FiledTable
      id="decisions"
      file={fileAddress("decisions", view)}
      caption={caption}
      width="l"
      narrow="list"
      columns={["number", "from", "scope", "reason", "decided"].map((key) => ({
        key,
        head: say(`history.${key}`),
      }))}
      rows={view.decisions.toReversed().map((one) => ({
        key: `${one.number}`,
        head: number(one.number, locale),
        cells: {
          from: quarterInWords(one.fromQuarter, locale),
          scope: (
            <>
              {say(`scope.${one.scope}`)}
              {one.units.length > 0 ? `: ${one.units.map(name).join(", ")}` : ""}
            </>
          ),
          reason: one.reason,
          decided: say("history.by", {
            day: dayInWords(one.decidedOn, locale),
            who: one.decidedBy,
          }),
        },
      }))}
    />
  );
}
