import { Noised } from "@/components/reports/quarterly/noised";
import { Traced } from "@/components/reports/quarterly/traced";
import { Value } from "@/components/reports/quarterly/value";
import type { View } from "@/components/reports/quarterly/view";
import { Wrapped } from "@/components/reports/quarterly/wrapped";
import { ReportSection } from "@/components/reports/report-section";
import { type Row, Table } from "@/components/ui/table";
import { measureOf, type QuestionsPart, type QuestionTable } from "@/lib/reports/questions-shape";

const LEAVERS = "answers/region/leaver";
const RETIREES = "answers/region/retiree";
const STEPS = ["1", "2", "3", "4", "5"];

type Asked = QuestionsPart["asked"][number];
/** `number`: of the table in the annex. */
type Numbered = { readonly view: View; readonly number: number };
type Part = { readonly view: View; readonly asked: readonly Asked[] };

/** Every question that the demands do not speak of, of the whole region: for whoever wants to check. */
export function Questions({ view }: { readonly view: View }) {
  const { snapshot, t } = view;
  const { asked = [] } = snapshot.survey.questions ?? {};
  const [answers, who] = [itemsIn("answers", view), itemsIn("background", view)];
  const scales = asked.filter(({ item }) => answers.get(item) === "mean");
  const choices = asked.filter(({ item }) => answers.get(item) === "percent");
  const background = asked.filter(({ item }) => who.has(item));
  if (answers.size + who.size === 0) return null;
  return (
    <ReportSection
      id="questions"
      label={t("questions.label")}
      title={t("questions.title")}
      intro={t("questions.intro")}
    >
      {scales.length > 0 ? <Scales view={view} asked={scales} /> : null}
      {choices.map((one, i) => (
        <Choices key={one.item} view={view} one={one} number={i + 2} />
      ))}
      {background.length > 0 ? (
        <Background view={view} asked={background} number={choices.length + 2} />
      ) : null}
    </ReportSection>
  );
}

/** The items of a table of the region's leavers, each with what it is counted in. */
function itemsIn(kind: QuestionTable["kind"], { snapshot }: View) {
  const { tables = [] } = snapshot.survey.questions ?? {};
  const own = tables.find((one) => {
    return one.kind === kind && one.node === "region" && one.series === "leaver";
  });
  return new Map((own?.figures ?? []).map(({ item, code }) => [item, measureOf(item, code)]));
}

const textOf = (text: Readonly<Record<string, string>>, { words }: View) =>
  text[words.locale] ?? text["sv"] ?? "";

/** Five-step questions: the mean, and how many chose each step. */
function Scales({ view, asked }: Part) {
  const { t } = view;
  const rows = asked.map(
    ({ item, text }): Row => ({
      key: item,
      head: (
        <Traced view={view} id={`${LEAVERS}/${item}`}>
          {textOf(text, view)}
        </Traced>
      ),
      cells: {
        mean: <Noised view={view} id={`${LEAVERS}/${item}`} noise={`${LEAVERS}/noise/${item}`} />,
        ...Object.fromEntries(
          STEPS.map((step) => [
            step,
            <Value key={step} view={view} id={`${LEAVERS}/${item}-options/${step}`} />,
          ]),
        ),
        width: <Value view={view} id={`${LEAVERS}/noise/${item}-options`} />,
      },
    }),
  );
  return (
    <details>
      <summary>{t("questions.scales")}</summary>
      <Table
        caption={t("questions.scaleTable")}
        width="xl"
        columns={[
          { key: "question", head: t("questions.question") },
          { key: "mean", head: t("questions.mean"), number: true },
          ...STEPS.map((step) => ({ key: step, head: step, number: true })),
          { key: "width", head: <Wrapped>{t("questions.width")}</Wrapped>, number: true },
        ]}
        rows={rows}
      />
      <p className="small quiet mt-2">{t("questions.scaleNote")}</p>
    </details>
  );
}

/** A question of several answers: how many chose each, and the share of each group of answers. */
function Choices({ view, one, number }: Numbered & { readonly one: Asked }) {
  const { t, snapshot } = view;
  const { item, text } = one;
  const options = snapshot.survey.questions?.asked.find((each) => each.item === `${item}-options`);
  const rowOf = (of: string, code: string, name: Readonly<Record<string, string>>): Row => ({
    key: `${of}/${code}`,
    head: (
      <Traced view={view} id={`${LEAVERS}/${of}/${code}`}>
        {textOf(name, view)}
      </Traced>
    ),
    cells: {
      [of === item ? "share" : "count"]: (
        <Noised view={view} id={`${LEAVERS}/${of}/${code}`} noise={`${LEAVERS}/noise/${of}`} />
      ),
    },
  });
  return (
    <details>
      <summary>{textOf(text, view)}</summary>
      <Table
        caption={t("questions.choiceTable", { number, question: textOf(text, view) })}
        columns={[
          { key: "answer", head: t("questions.answer") },
          { key: "share", head: t("questions.share"), number: true },
          { key: "count", head: t("questions.count"), number: true },
        ]}
        rows={[
          ...one.answers.map(({ code, name }) => rowOf(item, code, name)),
          ...(options?.answers ?? []).map(({ code, name }) => rowOf(`${item}-options`, code, name)),
        ]}
      />
    </details>
  );
}

/** Who answered: leavers beside those who retired. */
function Background({ view, asked, number }: Part & Numbered) {
  const { t, figures } = view;
  const retired = figures.has(`${RETIREES}/background-people`);
  const places = { leaver: LEAVERS, ...(retired ? { retiree: RETIREES } : {}) };
  const cellsOf = (of: (place: string) => { readonly id: string; readonly noise: string }) =>
    Object.fromEntries(
      Object.entries(places).map(([key, place]) => [
        key,
        <Noised key={key} view={view} {...of(place)} />,
      ]),
    );
  const people: Row = {
    key: "people",
    head: t("second.people"),
    cells: cellsOf((place) => ({ id: `${place}/background-people`, noise: "" })),
  };
  const rows = asked.flatMap(({ item, text, answers }) =>
    answers.map(
      ({ code, name }): Row => ({
        key: `${item}/${code}`,
        head: (
          <Traced view={view} id={`${LEAVERS}/${item}/${code}`}>
            {`${textOf(text, view)} ${textOf(name, view)}`}
          </Traced>
        ),
        cells: cellsOf((place) => ({
          id: `${place}/${item}/${code}`,
          noise: `${place}/noise/${item}`,
        })),
      }),
    ),
  );
  return (
    <details>
      <summary>{t("questions.background")}</summary>
      <Table
        caption={t("questions.backgroundTable", { number })}
        width="m"
        columns={[
          { key: "answer", head: t("questions.answer") },
          { key: "leaver", head: t("questions.leavers"), number: true },
          ...(retired ? [{ key: "retiree", head: t("second.retirees"), number: true }] : []),
        ]}
        rows={[people, ...rows]}
      />
      <p className="small quiet mt-2">{t("questions.backgroundNote")}</p>
    </details>
  );
}
