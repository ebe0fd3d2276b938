import { useTranslations } from "next-intl";
import { BlockBars } from "@/components/charts/block-bars";
import { InSwedish } from "@/components/reports/quarterly/in-swedish";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { Finding } from "@/components/ui/finding";
import { Picture } from "@/components/ui/picture";
import { Table } from "@/components/ui/table";
import { NO_TEXT } from "@/lib/disclosure/theme-table";
import type { Quarter } from "@/lib/quarters/quarter";
import type { CommentsPart } from "@/lib/reports/comments-shape";
import { aboveNoise } from "@/lib/reports/sentences/why";
import { capital } from "@/lib/reports/sentences/words";
import { toldPlace, toldRows } from "@/lib/reports/told-rows";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";

type ThemeTable = CommentsPart["tables"][number];
type PartProps = { readonly view: View; readonly comments: CommentsPart };

/** Themes and paraphrases; nothing while no comments have been read. */
export function Comments({ view }: { readonly view: View }) {
  const { comments } = view.snapshot;
  const [whole] = comments?.tables ?? [];
  if (comments === undefined || whole === undefined) return <Lost view={view} titled />;
  return (
    <>
      <Themes view={view} comments={comments} whole={whole} />
      <Told view={view} />
      <Lost view={view} />
    </>
  );
}

/** Comments that nobody could read, their key lost. */
function Lost({ view, titled = false }: { readonly view: View; readonly titled?: boolean }) {
  const t = useTranslations("report-comments");
  const { snapshot, words } = view;
  const lost = snapshot.readingsLost ?? [];
  if (lost.length === 0) return null;
  return (
    <div>
      {titled ? <h3 className="mb-4">{t("title")}</h3> : null}
      {lost.map(({ quarter, comments }) => (
        <p key={quarter}>
          {t("lost", { quarter: quarterInWords(quarter as Quarter, words.locale), n: comments })}
        </p>
      ))}
    </div>
  );
}

const MOST = 3;

/** What stands out of the noise, the most named first; those who wrote nothing are in the table. */
function standOut({ themes, width }: ThemeTable, { words }: View) {
  const named = themes
    .filter(({ code }) => code !== NO_TEXT)
    .map(({ code, name, figure }) => ({ id: code, name: name[words.locale] ?? code, figure }));
  return aboveNoise(named, width);
}

function Themes({ view, comments, whole }: PartProps & { readonly whole: ThemeTable }) {
  const t = useTranslations("report-comments");
  const { words, snapshot } = view;
  const bars = standOut(whole, view);
  const quarter = (of: string) => quarterInWords(of as Quarter, words.locale);
  const names = bars.slice(0, MOST).map(({ name }) => name.toLowerCase());
  return (
    <div>
      <h3 className="mb-4">{t("title")}</h3>
      <Finding>
        {names.length > 0
          ? t("says", { list: listInWords(names, words.locale) })
          : t("saysNothing")}
      </Finding>
      <Picture
        title={t("table")}
        caption={t("caption", {
          people: whole.people.kind === "about" ? whole.people.n : 0,
          from: quarter(whole.from),
          to: quarter(whole.to),
          width: whole.width,
        })}
        table={<ThemeTables view={view} comments={comments} />}
      >
        {bars.length > 0 ? <BlockBars title={t("table")} rows={bars} noise={whole.width} /> : null}
      </Picture>
      <p className="small quiet mt-2">
        {t("note", { text: snapshot.promise.text, cell: snapshot.promise.cell })}
      </p>
    </div>
  );
}

/** One column for each group that has been read; the last row is the width of its noise. */
function ThemeTables({ view, comments: { tables } }: PartProps) {
  const t = useTranslations("report-comments");
  const [whole] = tables;
  const idOf = ({ node, series }: ThemeTable) => `answers/${node}/${series}`;
  const headOf = (table: ThemeTable) => {
    if (table.series === "retiree") return t("retirees");
    return table.node === "region" ? t("whole") : capital(table.name);
  };
  const themes = (whole?.themes ?? []).map(({ code, name }) => ({
    key: code,
    head: (
      <Traced view={view} id={`${whole ? idOf(whole) : ""}/themes/${code}`}>
        {name[view.words.locale] ?? code}
      </Traced>
    ),
    cells: Object.fromEntries(
      tables.map((table) => [
        idOf(table),
        <Value key={idOf(table)} view={view} id={`${idOf(table)}/themes/${code}`} />,
      ]),
    ),
  }));
  const people = {
    key: "people",
    head: t("people"),
    cells: Object.fromEntries(
      tables.map((table) => [
        idOf(table),
        <Value key={idOf(table)} view={view} id={`${idOf(table)}/themes-people`} />,
      ]),
    ),
  };
  const width = {
    key: "width",
    head: t("width"),
    cells: Object.fromEntries(
      tables.map((table) => [
        idOf(table),
        <Value key={idOf(table)} view={view} id={`${idOf(table)}/noise/themes`} />,
      ]),
    ),
  };
  return (
    <Table
      caption={view.t("second.themeTable")}
      width={tables.length > 2 ? "xl" : "m"}
      columns={[
        { key: "theme", head: t("theme") },
        ...tables.map((table) => ({
          key: idOf(table),
          head: <Wrapped>{headOf(table)}</Wrapped>,
          number: true,
        })),
      ]}
      rows={[people, ...themes, width]}
    />
  );
}

/** What readers wrote of comments, in drawn order. Neither themes nor kind of leaving stand beside one. */
function Told({ view }: { readonly view: View }) {
  const t = useTranslations("report-comments");
  const rows = toldRows(view.snapshot);
  if (rows.length === 0) return null;
  const places = [...new Set(rows.map(({ of }) => of))];
  return (
    <div>
      <h3 className="mb-4">{t("told")}</h3>
      {places.map((node) => {
        const own = rows.filter(({ of }) => of === node);
        return (
          <div key={node} className="mt-4">
            <h4 className="font-semibold">
              <Traced view={view} id={toldPlace(node)}>
                {node === "region" ? (
                  view.snapshot.region
                ) : (
                  <InSwedish>{capital(own[0]?.name ?? node)}</InSwedish>
                )}
              </Traced>
            </h4>
            <ul className="bullets mt-2">
              {own.map(({ id, text }) => (
                <li key={id} data-row={id}>
                  <InSwedish>{text}</InSwedish>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="small quiet mt-2">{t("toldNote")}</p>
    </div>
  );
}
