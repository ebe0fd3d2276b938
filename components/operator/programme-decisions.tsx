import { useTranslations } from "next-intl";
import { useWordingLocale } from "@/components/charts/wording";
import { Table } from "@/components/ui/table";
import type { ProgrammeTold } from "@/lib/decisions/told";
import { ruleAt } from "@/lib/programme/scope";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayInWords, quarterInWords } from "@/lib/wording/date";

type DecisionsProps = {
  /** In the log's order. */
  readonly decided: readonly ProgrammeTold[];
  readonly quarter: Quarter;
  readonly names: Readonly<Record<string, string>>;
};

const COLUMNS = ["from", "scope", "state", "reason", "decided", "log"] as const;

/** Each decision on whom to invite, the newest first. */
export function ProgrammeDecisions({ decided, quarter, names }: DecisionsProps) {
  const t = useTranslations("operator-programme.decisions");
  const scopes = useTranslations("programme.scope");
  const locale = useWordingLocale();
  const now = ruleAt(decided, quarter);
  const stateOf = (one: ProgrammeTold) => {
    if (one === now) return "now";
    return one.fromQuarter > quarter ? "coming" : "past";
  };
  return (
    <Table
      caption={t("name")}
      captionHidden
      narrow="list"
      columns={COLUMNS.map((key) => ({ key, head: t(key) }))}
      rows={decided.toReversed().map((one) => ({
        key: String(one.seq),
        head: quarterInWords(one.fromQuarter, locale),
        cells: {
          scope: <Scope scope={scopes(one.scope)} units={one.units} names={names} />,
          state: t(`states.${stateOf(one)}`),
          reason: one.reason,
          decided: one.decidedOn === "" ? "–" : dayInWords(one.decidedOn, locale),
          log: t("logged", { seq: one.seq, day: dayInWords(one.day, locale) }),
        },
      }))}
    />
  );
}

type ScopeProps = Pick<ProgrammeTold, "units"> & {
  readonly scope: string;
  readonly names: DecisionsProps["names"];
};

/** The units of a decision are folded away: there may be hundreds. */
function Scope({ scope, units, names }: ScopeProps) {
  const t = useTranslations("operator-programme.decisions");
  if (units.length === 0) return scope;
  return (
    <details>
      <summary>{t("scopeOf", { scope, n: units.length })}</summary>
      {units.map((code) => names[code] ?? code).join(", ")}
    </details>
  );
}
