import { Aside } from "@/components/reports/aside";
import { InSwedish, WithSwedish } from "@/components/reports/quarterly/in-swedish";
import { Traced } from "@/components/reports/quarterly/traced";
import type { View } from "@/components/reports/quarterly/view";
import { ReportSection } from "@/components/reports/report-section";
import { type Row, Table } from "@/components/ui/table";
import { deedPlace } from "@/lib/reports/deed-rows";
import { deedsSince } from "@/lib/reports/deeds";
import { actionsTitle } from "@/lib/reports/sentences/done";
import { native } from "@/lib/reports/sentences/words";
import { tellsEachUnit } from "@/lib/reports/size";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { dayInWords } from "@/lib/wording/date";

/** What was done since the last report, every action and its state, and HR's own words. */
export function Deeds({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { units } = snapshot.turnover;
  const flagged = units.filter((unit) => unit.inScope && unit.flagged);
  const others = units.filter((unit) => !flagged.includes(unit));
  return (
    <ReportSection
      id="actions"
      label={t("deeds.label")}
      title={actionsTitle(snapshot, words)}
      intro={t("deeds.inSwedish")}
    >
      <Since view={view} />
      <div>
        <h3 className="mb-4">{t("deeds.allTitle")}</h3>
        {units.length === 0 ? <p>{t("deeds.nobody")}</p> : null}
        <div className="space-y-8">
          <Actions view={view} caption={t("deeds.table")} units={flagged} />
          <Actions view={view} caption={t("deeds.othersTable")} units={others} />
        </div>
      </div>
      <p className="small quiet">
        {t("deeds.promise")} {t("deeds.duty")}
      </p>
      <Comment view={view} />
    </ReportSection>
  );
}

/** What was decided, begun, followed up and completed since the last report; that nothing was, where nothing was. */
function Since({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { since } = snapshot.turnover;
  const deeds = deedsSince(snapshot);
  if (since === null) return <p>{t("deeds.sinceFirst")}</p>;
  if (deeds === null || !("day" in since)) return null;
  const day = dayInWords(since.day, words.locale);
  const columns = (["unit", "deed", "on", "what", "who"] as const).map((key) => ({
    key,
    head: t(`deeds.${key}`),
  }));
  return (
    <div>
      <h3 className="mb-4">{t("deeds.sinceTitle")}</h3>
      {deeds.length === 0 ? (
        <p>{t("deeds.sinceNone", { day })}</p>
      ) : (
        <Table
          caption={t("deeds.sinceTable", { day })}
          width="l"
          narrow="list"
          columns={columns}
          rows={deeds.map(({ unit, action, kind, on }) => ({
            key: `${unit.code} ${action.what} ${kind}`,
            head: (
              <Traced
                view={view}
                id={deedPlace(unit.code, "action", unit.actions.indexOf(action) + 1)}
              >
                {unit.name}
              </Traced>
            ),
            cells: {
              deed: t(`deeds.deeds.${kind}`),
              on: dayInWords(on, words.locale),
              what: <InSwedish>{action.what}</InSwedish>,
              who: <InSwedish>{action.who}</InSwedish>,
            },
          }))}
        />
      )}
    </div>
  );
}

type ActionsProps = {
  readonly view: View;
  readonly caption: string;
  readonly units: readonly ReportUnit[];
};

function Actions({ view, caption, units }: ActionsProps) {
  const { t } = view;
  const columns = (["unit", "what", "who", "state", "decided", "due", "control"] as const).map(
    (key) => ({ key, head: t(`deeds.${key}`) }),
  );
  // Hundreds of units without an action are counted in the heading, not listed.
  const told = tellsEachUnit(view.snapshot) ? units : units.filter(({ actions }) => actions[0]);
  if (told.length === 0) return null;
  const rows = told.flatMap((unit) => rowsOf(unit, view));
  return <Table caption={caption} width="xl" narrow="list" columns={columns} rows={rows} />;
}

function rowsOf(unit: ReportUnit, view: View): readonly Row[] {
  const { words, t } = view;
  if (unit.actions.length === 0) {
    return [{ key: unit.code, head: unit.name, instead: t("deeds.none") }];
  }
  const day = (of: string) => dayInWords(of, words.locale);
  return unit.actions.map(({ what, who, state, decidedOn, due, control }, i) => ({
    key: `${unit.code} ${what}`,
    head: (
      <Traced view={view} id={deedPlace(unit.code, "action", i + 1)}>
        {unit.name}
      </Traced>
    ),
    cells: {
      what: <InSwedish>{what}</InSwedish>,
      who: <InSwedish>{who}</InSwedish>,
      state: t(`deeds.${state}`),
      decided: day(decidedOn),
      due: day(due),
      control: <InSwedish>{control}</InSwedish>,
    },
  }));
}

function Comment({ view }: { readonly view: View }) {
  const { snapshot, words, t } = view;
  const { comment } = snapshot;
  if (comment === null) return <p>{t("comment.none")}</p>;
  const day = dayInWords(comment.writtenOn, words.locale);
  return (
    <Aside
      title={t("comment.title")}
      signed={<WithSwedish>{t("comment.signed", { who: native(comment.who), day })}</WithSwedish>}
    >
      <p>
        <InSwedish>{t("quoted", { text: comment.text })}</InSwedish>
      </p>
    </Aside>
  );
}
