import { BlockBars } from "@/components/charts/block-bars";
import { ClassBars } from "@/components/charts/class-bars";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Picture } from "@/components/ui/picture";
import { Table } from "@/components/ui/table";
import type { Figure } from "@/lib/disclosure/figure";
import { ITEMS } from "@/lib/reports/items";
import { WORKPLACE } from "@/lib/reports/sentences/why";
import type { ReportPicture } from "@/lib/reports/survey-shape";

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
      caption={t("second.classesNote", {
        people: picture.people.kind === "about" ? picture.people.n : 0,
        width: picture.width?.share ?? 0,
      })}
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

/** The most chosen first; about none is left to the table. What is withheld keeps its place at the end. */
function drawn(rows: readonly Counted[]): readonly Counted[] {
  const size = ({ figure }: Counted) => (figure.kind === "withheld" ? -1 : figure.n);
  return rows.filter((row) => size(row) !== 0).toSorted((a, b) => size(b) - size(a));
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
      caption={t("second.reasonsNote", { width: reasonWidth.main })}
      table={
        <Table
          caption={t("second.reasonTable")}
          width="m"
          columns={[
            { key: "reason", head: t("second.reason") },
            { key: "main", head: t("second.main"), number: true },
            { key: "more", head: t("second.more"), number: true },
          ]}
          rows={reasons.map(({ code, name }) => ({
            key: code,
            head: name[words.locale] ?? code,
            cells: {
              main: <Value view={view} id={`${REGION}/${ITEMS.mainReason}-options/${code}`} />,
              more: <Value view={view} id={`${REGION}/${ITEMS.moreReasons}-options/${code}`} />,
            },
          }))}
        />
      }
    >
      <BlockBars title={title} rows={drawn(bars)} noise={reasonWidth.main} />
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
      caption={t("second.leversNote", { width: leverWidth })}
      table={
        <Table
          caption={t("second.leverTable")}
          columns={[
            { key: "lever", head: t("second.lever") },
            { key: "chose", head: t("second.chose"), number: true },
          ]}
          rows={levers.map(({ code, name }) => ({
            key: code,
            head: name[words.locale] ?? code,
            cells: {
              chose: <Value view={view} id={`${REGION}/${ITEMS.levers}-options/${code}`} />,
            },
          }))}
        />
      }
    >
      <BlockBars title={title} rows={drawn(rows)} noise={leverWidth} />
    </Picture>
  );
}
