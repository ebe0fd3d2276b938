import { ITEMS } from "@/lib/reports/items";
import type { Row } from "@/lib/reports/row";
import { capital, kindWord, type Say, together, type Words } from "@/lib/reports/sentences/words";
import type { ReportSnapshot } from "@/lib/reports/snapshot";

type Named = { readonly code: string; readonly name: Readonly<Record<string, string>> };

/** Names of a question's classes and options, by the item that a row has. */
function answersNamed({
  survey,
  comments,
}: ReportSnapshot): Readonly<Record<string, readonly Named[]>> {
  const [whole] = survey.pictures;
  const asked = Object.fromEntries(
    (survey.questions?.asked ?? []).map(({ item, answers }) => [item, answers]),
  );
  return {
    ...asked,
    [ITEMS.mainReason]: whole?.classes ?? [],
    [ITEMS.recommend]: whole?.recommend ?? [],
    themes: comments?.tables[0]?.themes ?? [],
    [`${ITEMS.mainReason}-options`]: survey.reasons,
    [`${ITEMS.moreReasons}-options`]: survey.reasons,
    [`${ITEMS.levers}-options`]: survey.levers,
  };
}

/** Items that the catalogue names in fewer words than the questionnaire asks. */
const NAMED: readonly string[] = [
  ...[ITEMS.mainReason, ITEMS.recommend],
  ...[ITEMS.mainReason, ITEMS.moreReasons, ITEMS.levers].map((item) => `${item}-options`),
];

/** Widths that belong to no single item. */
const WIDTHS = ["share", "hme-part"];

export type RowWords = {
  /** Whom it is of: ”Björken”, ”Vårdcentraler”, ”Region Norrsjö: de som gått i pension”. */
  readonly of: (row: Row) => string;
  /** What it is: ”Personalomsättning 2023, utan ålderspension”. */
  readonly what: (row: Row) => string;
};

/**
 * Says in words what an open-data row is.
 *
 * @param say the area `report-data`
 */
export function rowWords(snapshot: ReportSnapshot, words: Words, say: Say): RowWords {
  const answers = answersNamed(snapshot);
  const questions = new Map(
    (snapshot.survey.questions?.asked ?? []).map(({ item, text }) => [item, text]),
  );
  const itemNamed = (item: string): string => {
    const text = NAMED.includes(item) ? undefined : questions.get(item);
    return text === undefined ? say(`items.${item}`) : (text[words.locale] ?? text["sv"] ?? item);
  };
  const measured = ({ item, measure }: Row): string => {
    if (item === "noise") {
      return WIDTHS.includes(measure) ? say(`measures.${measure}`) : itemNamed(measure);
    }
    const named = answers[item]?.find(({ code }) => code === measure)?.name[words.locale];
    return named ?? say(`measures.${measure}`);
  };
  return {
    of: ({ section, of, name, series }) => {
      if (section === "programme" && of.startsWith("kind:"))
        return capital(kindWord(name, 2, words));
      const who = series === "retiree" ? say("series.retiree") : "";
      return together(who === "" ? capital(name) : `${capital(name)}:`, who);
    },
    what: (row) => {
      const [, year] = /^rate-(\d{4})$/.exec(row.item) ?? [];
      const what = year === undefined ? itemNamed(row.item) : say("items.rate-year", { year });
      if (row.unit === "mean" && row.measure === "") return say("mean", { what });
      return row.measure === "" ? what : say("measured", { what, measure: measured(row) });
    },
  };
}
