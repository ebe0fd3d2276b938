import type { ReactNode } from "react";
import { InSwedish } from "@/components/reports/quarterly/in-swedish";
import { Noised } from "@/components/reports/quarterly/noised";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { Finding } from "@/components/ui/finding";
import { type Column, type Row, Table } from "@/components/ui/table";
import { HME_PARTS } from "@/lib/disclosure/hme";
import { ITEMS } from "@/lib/reports/items";
import { capital, share, together } from "@/lib/reports/sentences/words";
import type { ReportPicture } from "@/lib/reports/survey-shape";

/** ”Hela regionen”, the group's name, or those who retired. */
function groupName({ node, series, name }: ReportPicture, { t }: View): ReactNode {
  if (series === "retiree") return t("second.retirees");
  return node === "region" ? t("second.whole") : <InSwedish>{capital(name)}</InSwedish>;
}

type Measure = {
  readonly key: string;
  readonly head: string;
  /** The row with the width of its noise, where it is not that of the last column. */
  readonly noise?: string;
};

type GroupTableProps = {
  readonly view: View;
  readonly caption: string;
  /** `key`: the rest of the row's id. */
  readonly measures: readonly Measure[];
  /** All shares are equally wide, and their width has a column of its own. */
  readonly sameWidth?: boolean;
};

/** One line for each group that has a picture. */
function GroupTable({ view, caption, measures, sameWidth = false }: GroupTableProps) {
  const { t, snapshot } = view;
  const columns: readonly Column[] = [
    { key: "group", head: t("second.group") },
    { key: "people", head: t("second.people"), number: true },
    ...measures.map(({ key, head }) => ({ key, head: <Wrapped>{head}</Wrapped>, number: true })),
    ...(sameWidth ? [{ key: "width", head: t("second.width"), number: true }] : []),
  ];
  const rows = snapshot.survey.pictures.map((picture): Row => {
    const id = `answers/${picture.node}/${picture.series}`;
    const value = (key: string) => <Value view={view} id={`${id}/${key}`} />;
    return {
      key: id,
      head: (
        <Traced view={view} id={id}>
          {groupName(picture, view)}
        </Traced>
      ),
      cells: {
        ...Object.fromEntries(
          measures.map(({ key, noise }) => [
            key,
            noise === undefined ? (
              value(key)
            ) : (
              <Noised key={key} view={view} id={`${id}/${key}`} noise={`${id}/noise/${noise}`} />
            ),
          ]),
        ),
        people: value("people"),
        ...(sameWidth ? { width: value("noise/share") } : {}),
      },
    };
  });
  return <Table caption={caption} width="xl" columns={columns} rows={rows} />;
}

const named = (
  options: ReportPicture["classes"],
  item: string,
  { words }: View,
): readonly Measure[] =>
  options.map(({ code, name }) => ({ key: `${item}/${code}`, head: name[words.locale] ?? code }));

/** The main reason by group, with the width of each group's noise. */
export function ReasonsByGroup({ view }: { readonly view: View }) {
  const { t, snapshot } = view;
  const classes = snapshot.survey.pictures[0]?.classes ?? [];
  return (
    <div>
      <GroupTable
        view={view}
        caption={t("second.pictureTable")}
        measures={named(classes, ITEMS.mainReason, view)}
        sameWidth
      />
      <p className="small quiet mt-2">
        {together(t("second.pictureNote", { cell: snapshot.promise.cell }), t("second.sums"))}
      </p>
    </div>
  );
}

/** Work climate, silence, and whether they would recommend the employer. */
export function ClimateByGroup({ view }: { readonly view: View }) {
  const { t, snapshot, words } = view;
  const whole = snapshot.survey.pictures[0];
  const measures = [
    { key: "hme/total", head: t("second.hme"), noise: "hme" },
    ...HME_PARTS.map((part) => ({
      key: `hme/${part}`,
      head: t(`second.${part}`),
      noise: "hme-part",
    })),
    { key: "silence", head: t("second.silence"), noise: "silence" },
    { key: "unheard", head: t("second.unheard"), noise: "unheard" },
  ];
  return (
    <>
      <div>
        <h3>{t("second.climate")}</h3>
        {whole?.silence.kind === "about" ? (
          <Finding>{t("second.silenceSays", { silence: share(whole.silence.n, words) })}</Finding>
        ) : null}
        <GroupTable view={view} caption={t("second.climateTable")} measures={measures} />
        <p className="small quiet mt-2">{t("second.climateNote")}</p>
      </div>
      <div>
        <GroupTable
          view={view}
          caption={t("second.recommendTable")}
          sameWidth
          measures={named(whole?.recommend ?? [], ITEMS.recommend, view)}
        />
        <p className="small quiet mt-2">{t("second.sumsAgain")}</p>
      </div>
    </>
  );
}
