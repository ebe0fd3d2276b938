import { Aside } from "@/components/reports/aside";
import type { View } from "@/components/reports/quarterly/view";
import { ReportSection } from "@/components/reports/report-section";
import { type Row, Table } from "@/components/ui/table";
import { actionsTitle } from "@/lib/reports/sentences/done";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { dayInWords } from "@/lib/wording/date";

/** What was done since the last report, and HR's own words. */
export function Deeds({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { units } = snapshot.turnover;
  const columns = (["unit", "what", "who", "state", "decided", "due", "control"] as const).map(
    (key) => ({ key, head: t(`deeds.${key}`) }),
  );
  return (
    <ReportSection id="actions" label={t("deeds.label")} title={actionsTitle(snapshot, words)}>
      {units.length > 0 ? (
        <Table
          caption={t("deeds.table")}
          width="xl"
          columns={columns}
          rows={units.flatMap((unit) => rowsOf(unit, view))}
        />
      ) : (
        <p>{t("deeds.nobody")}</p>
      )}
      <p className="small quiet">
        {t("deeds.promise")} {t("deeds.duty")}
      </p>
      <Comment view={view} />
    </ReportSection>
  );
}

function rowsOf(unit: ReportUnit, { words, t }: View): readonly Row[] {
  if (unit.actions.length === 0) {
    return [{ key: unit.code, head: unit.name, instead: t("deeds.none") }];
  }
  const day = (of: string) => dayInWords(of, words.locale);
  return unit.actions.map(({ what, who, state, decidedOn, due, control }) => ({
    key: `${unit.code} ${what}`,
    head: unit.name,
    cells: {
      what,
      who,
      state: t(`deeds.${state}`),
      decided: day(decidedOn),
      due: day(due),
      control,
    },
  }));
}

function Comment({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { comment } = snapshot;
  if (comment === null) return <p>{t("comment.none")}</p>;
  const day = dayInWords(comment.writtenOn, words.locale);
  return (
    <Aside title={t("comment.title")} signed={t("comment.signed", { who: comment.who, day })}>
      <p>{t("quoted", { text: comment.text })}</p>
    </Aside>
  );
}
