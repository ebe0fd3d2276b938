import { type Answers, REASON } from "./file";

/** How a column of the file is asked: the one place where its words meet the questionnaire's codes. */

export type Choice = {
  readonly code: string;
  /** What stands in the file. */
  readonly cell: string;
  readonly class?: string;
};
type When = { readonly item: string; readonly oneOf?: string[]; readonly notOneOf?: string[] };
type Base = { readonly id: string; readonly title: string; readonly when?: When };

export type Scale = Base & { readonly kind: "scale"; readonly column: string };
export type Single = Base & {
  readonly kind: "single" | "grouped" | "background";
  readonly column: string;
  readonly choices: readonly Choice[];
};
/** One column for each choice, which names it where it was chosen. */
export type Several = Base & {
  readonly kind: "several";
  readonly choices: readonly { readonly code: string; readonly column: string }[];
};
export type Asked = Scale | Single | Several;

export const AGREEMENT = ["Strongly Disagree", "Disagree", "Neutral", "Agree", "Strongly Agree"];
/** No answer: left blank, marked as not chosen, or not applicable. */
export const NOTHING: readonly string[] = ["", "-", "Not Applicable"];
export const MAX_FACTORS = 5;

/** Kinds of ending: the employee's, by age, the employer's. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/Resignation|Transfer/, "own"],
  [/Retirement/, "age"],
  [/./, "employer"],
];
const FACTORS: readonly (readonly [RegExp, string])[] = [
  [/Career Move/, "career"],
  [/Ill Health|Family|Study|Travel/, "private"],
  [/issatisfaction|Conflict/, "work"],
  [/./, "other"],
];
export const CLASSES: Readonly<Record<string, string>> = {
  own: "Own choice",
  age: "Age",
  employer: "The employer's decision",
  career: "Career",
  private: "Private life",
  work: "Work and workplace",
  other: "Something else",
  yes: "Yes",
  no: "No",
};

const classOf = (rules: typeof ENDINGS, cell: string): string =>
  rules.find(([pattern]) => pattern.test(cell))?.[1] ?? "";

/** The words that a file uses in a column, as choices. */
function choicesOf({ rows }: Answers, column: string, classed?: (cell: string) => string) {
  const words = new Set(rows.map((row) => row.cells[column] ?? ""));
  return [...words]
    .filter((cell) => !NOTHING.includes(cell))
    .sort()
    .map(
      (cell, i): Choice => ({
        code: `o${i + 1}`,
        cell,
        ...(classed ? { class: classed(cell) } : {}),
      }),
    );
}

/** Why people left: the ending, what contributed, and the main factor among those. */
function reasons(answers: Answers): readonly Asked[] {
  const named = (pattern: RegExp) => answers.columns.filter((column) => pattern.test(column));
  const factors = named(/^Contributing Factors\./).map((column, i) => ({
    code: `f${i + 1}`,
    column,
  }));
  const none = factors.find(({ column }) => column.endsWith("NONE"))?.code ?? "";
  const [main = ""] = named(/^Main Factor/);
  return [
    {
      id: "reason",
      title: REASON,
      kind: "single",
      column: REASON,
      choices: choicesOf(answers, REASON, (cell) => classOf(ENDINGS, cell)),
    },
    { id: "factors", title: "Contributing factors", kind: "several", choices: factors },
    {
      id: "main_factor",
      title: "Which of these was the main factor?",
      kind: "grouped",
      column: main,
      choices: choicesOf(answers, main, (cell) => classOf(FACTORS, cell)),
      when: { item: "factors", notOneOf: [none] },
    },
  ];
}

/** The columns of a file, in the order in which they are asked. */
export function askedColumns(answers: Answers): readonly Asked[] {
  const named = (pattern: RegExp) => answers.columns.filter((column) => pattern.test(column));
  const yesOrNo = (column: string, id: string, when?: When): Single => ({
    id,
    title: column.replace(/^\w+\. (Topic:)?/, ""),
    kind: "single",
    column,
    choices: choicesOf(answers, column, (cell) => cell.toLowerCase()),
    ...(when ? { when } : {}),
  });
  const views = named(/Topic:\d+\./).map(
    (column, i): Scale => ({ id: `view_${i + 1}`, title: column, kind: "scale", column }),
  );
  const background = named(/^(WorkArea|Gender|CurrentAge|Employment|Classific|LengthofService)/);
  const [inducted = ""] = named(/^Induction\./);
  const induction = yesOrNo(inducted, "induction");
  const yes = induction.choices.filter(({ cell }) => cell === "Yes").map(({ code }) => code);
  return [
    ...reasons(answers),
    ...views,
    induction,
    ...named(/^InductionInfo\. Topic:/).map((column, i) =>
      yesOrNo(column, `induction_${i + 1}`, { item: "induction", oneOf: yes }),
    ),
    ...named(/^Workplace\./).map((column, i) => yesOrNo(column, `workplace_${i + 1}`)),
    ...background.map(
      (column, i): Single => ({
        id: `background_${i + 1}`,
        title: column,
        kind: "background",
        column,
        choices: choicesOf(answers, column),
      }),
    ),
  ];
}
