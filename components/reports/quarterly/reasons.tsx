import { BlockBars } from "@/components/charts/block-bars";
import { ClassBars } from "@/components/charts/class-bars";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Picture } from "@/components/ui/picture";
import { type Row, Table } from "@/components/ui/table";
import type { Figure } from "@/lib/disclosure/figure";
import type { Quarter } from "@/lib/quarters/quarter";
import { ITEMS } from "@/lib/reports/items";
import { aboveNoise, WORKPLACE } from "@/lib/reports/sentences/why";
import { together } from "@/lib/reports/sentences/words";
import type { ReportPicture } from "@/lib/reports/survey-shape";
import { quarterInWords } from "@/lib/wording/date";

const REGION = "answers/region/leaver";

/** The main reason in classes: of a hundred answers. */
export function ClassPicture({
  view,
  picture,
}: {
  readonly view: View;
  readonly picture: ReportPicture;
}) {
  const { t, words } = view;
  const title = t("second.classes");
  return (
    <Picture
      title={title}
      caption={together(
        t("second.classesNote", {
          people: picture.people.kind === "about" ? picture.people.n : 0,
          width: picture.width?.share ?? 0,
        }),
        t("second.sums"),
      )}
    >
      <ClassBars
        title={title}
        total={100}
        rows={picture.classes.map(({ code, name, figure }) => ({
          id: code,
          name: name[words.locale] ?? code,
          figure,
          strong: code === WORKPLACE,
        }))}
      />
    </Picture>
  );
}

type Counted = { readonly id: string; readonly name: string; readonly figure: Figure };

/** What stands out of the noise, the most chosen first, and what is withheld. The rest is in the table. */
function drawn(rows: readonly Counted[], width: number): readonly Counted[] {
  return [...aboveNoise(rows, width), ...rows.filter(({ figure }) => figure.kind === "withheld")];
}

type BlocksProps = {
  readonly view: View;
  readonly title: string;
  readonly rows: readonly Counted[];
  readonly width: number;
};

/** Blocks, or in words that nothing stands out. */
function Blocks({ view, title, rows, width }: BlocksProps) {
  const bars = drawn(rows, width);
  if (bars.length === 0) return <p>{view.t("second.nothingStandsOut")}</p>;
  return <BlockBars title={title} rows={bars} noise={width} />;
}

/** ”Från kvartal 4 2023 till kvartal 3 2026: ungefär 600 svar.” */
function Span({ view }: { readonly view: View }) {
  const { snapshot, t, words } = view;
  const { from, to } = snapshot.survey.reasonSpan;
  if (from === null || to === null) return null;
  const quarter = (of: string) => quarterInWords(of as Quarter, words.locale);
  return (
    <>
      {t("second.span", { from: quarter(from), to: quarter(to) })}{" "}
      <Value view={view} id={`${REGION}/reasons-people`} /> {t("second.answersWord")}{" "}
    </>
  );
}

/** The last row of a table of counts: how wide the noise of each column is. `columns`: column → question. */
function widthRow(view: View, columns: Readonly<Record<string, string>>): Row {
  return {
    key: "width",
    head: view.t("second.widthRow"),
    cells: Object.fromEntries(
      Object.entries(columns).map(([column, item]) => [
        column,
        <Value key={column} view={view} id={`${REGION}/noise/${item}-options`} />,
      ]),
    ),
  };
}

/** Single reasons at the workplace as blocks, and all reasons in the table. */
export function ReasonPicture({ view }: { readonly view: View }) {
  const { snapshot, t, words } = view;
  const { reasons, reasonWidth } = snapshot.survey;
  if (reasonWidth === null) return null;
  const title = t("second.reasons");
  const bars = reasons
    .filter((reason) => reason.class === WORKPLACE)
    .map(({ code, name, main }) => ({ id: code, name: name[words.locale] ?? code, figure: main }));
  return (
    <Picture
      title={title}
      caption={
        <>
          <Span view={view} />
          {t("second.reasonsNote", { width: reasonWidth.main })} {t("second.moreNote")}
        </>
      }
      table={
        <Table
          caption={t("second.reasonTable")}
          width="m"
          columns={[
            { key: "reason", head: t("second.reason") },
            { key: "main", head: t("second.main"), number: true },
            { key: "more", head: t("second.more"), number: true },
          ]}
          rows={[
            ...reasons.map(({ code, name }) => ({
              key: code,
              head: (
                <Traced view={view} id={`${REGION}/${ITEMS.mainReason}-options/${code}`}>
                  {name[words.locale] ?? code}
                </Traced>
              ),
              cells: {
                main: <Value view={view} id={`${REGION}/${ITEMS.mainReason}-options/${code}`} />,
                more: <Value view={view} id={`${REGION}/${ITEMS.moreReasons}-options/${code}`} />,
              },
            })),
            widthRow(view, { main: ITEMS.mainReason, more: ITEMS.moreReasons }),
          ]}
        />
      }
    >
      <Blocks view={view} title={title} rows={bars} width={reasonWidth.main} />
    </Picture>
  );
}

/** What could have made them stay. */
export function LeverPicture({ view }: { readonly view: View }) {
  const { snapshot, t, words } = view;
  const { levers, leverWidth } = snapshot.survey;
  if (leverWidth === null) return null;
  const title = t("second.levers");
  const rows = levers.map(({ code, name, figure }) => ({
    id: code,
    name: name[words.locale] ?? code,
    figure,
  }));
  return (
    <Picture
      title={title}
      caption={
        <>
          <Span view={view} />
          {t("second.leversNote", { width: leverWidth })}
        </>
      }
      table={
        <Table
          caption={t("second.leverTable")}
          columns={[
            { key: "lever", head: t("second.lever") },
            { key: "chose", head: t("second.chose"), number: true },
          ]}
          rows={[
            ...levers.map(({ code, name }) => ({
              key: code,
              head: (
                <Traced view={view} id={`${REGION}/${ITEMS.levers}-options/${code}`}>
                  {name[words.locale] ?? code}
                </Traced>
              ),
              cells: {
                chose: <Value view={view} id={`${REGION}/${ITEMS.levers}-options/${code}`} />,
              },
            })),
            widthRow(view, { chose: ITEMS.levers }),
          ]}
        />
      }
    >
      <Blocks view={view} title={title} rows={rows} width={leverWidth} />
    </Picture>
  );
}
