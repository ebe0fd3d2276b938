import { useTranslations } from "next-intl";
import { explanationRemarks } from "@/components/reports/quarterly/unit-remarks";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { SIGNS } from "@/components/reports/verdict";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import type { VerdictWord } from "@/lib/turnover/verdict";

type UnitNamesProps = { readonly view: View; readonly units: readonly ReportUnit[] };

const GROUPS = Object.keys(SIGNS) as readonly VerdictWord[];

/** Where there are too many for panels: every named unit under its verdict, with its turnover, in the order of the alphabet. */
export function UnitNames({ view, units }: UnitNamesProps) {
  const verdict = useTranslations("figures.verdict.word");
  const groups = GROUPS.map((word) => ({
    word,
    members: units.filter((unit) => unit.verdict.word === word),
  })).filter(({ members }) => members.length > 0);
  return (
    <div className="groups">
      {groups.map(({ word, members }) => (
        <section key={word} className="grp rest">
          <h3>
            <VerdictMark {...SIGNS[word]} /> {verdict(word)}
          </h3>
          <ul>
            {members.map((unit) => (
              <UnitName key={unit.code} view={view} unit={unit} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function UnitName({ view, unit }: { readonly view: View; readonly unit: ReportUnit }) {
  const { reading } = view.snapshot.turnover.policy;
  return (
    <li>
      {unit.name}{" "}
      <span>
        <Value view={view} id={`turnover/unit:${unit.code}/rate-pooled/${reading}`} />
      </span>
      {explanationRemarks(unit, view).map(({ id, head }) => (
        <span key={id}> {head}</span>
      ))}
    </li>
  );
}
