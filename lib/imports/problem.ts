/** Everything an import file can have wrong; the catalogue has one sentence for each (`imports.problem`). */
export const PROBLEM_CODES = [
  // the file
  "too-large",
  "not-text",
  "spreadsheet",
  "bad-workbook",
  "workbook-too-large",
  "mixed-encoding",
  "empty-file",
  "no-rows",
  // the header and the lines
  "no-header",
  "missing-column",
  "unknown-column",
  "duplicate-column",
  "bad-quotes",
  "wrong-cell-count",
  // one cell
  "empty",
  "too-long",
  "bad-code",
  "bad-date",
  "bad-month",
  "bad-number",
  "negative-number",
  "bad-kind",
  "bad-email",
  "bad-language",
  "bad-delivery",
  "bad-protected",
  "bad-signal",
  "bad-share",
  "share-of-one",
  "bad-year",
  "bad-period",
  "too-few-answers",
  // against other lines and against what is stored
  "duplicate",
  "unknown-unit",
  "cycle",
  "ends-before-start",
  "outside-life",
  "mixed-staff-groups",
  "same-signal-twice",
  "no-address",
  "same-address-twice",
  "address-known",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One fault: `line` is the file's own line (0: the whole file), `column` "" when it concerns the whole line. */
export type Problem = {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: string;
  readonly value?: string;
  readonly expected?: string;
};

/** The problems of one file: the first ten thousand by line, and how many more there are. */
export type ProblemReport = { readonly listed: readonly Problem[]; readonly unlisted: number };

export type ProblemList = {
  readonly add: (problem: Problem) => void;
  readonly report: () => ProblemReport;
};

const LISTED = 10_000;
const SHOWN_CHARACTERS = 60;
const PRIVATE_COLUMNS = new Set(["employee_ref", "email", "private_email"]);
const ADDRESS_OR_PERSON_NUMBER = /@|\d{6,8}[-+]?\d{4}/;

/** A list that keeps the first ten thousand problems and counts the rest. */
export function problemList(): ProblemList {
  const listed: Problem[] = [];
  let unlisted = 0;
  return {
    add(problem) {
      if (listed.length < LISTED) listed.push(withoutPerson(problem));
      else unlisted += 1;
    },
    report: () => ({ listed: listed.toSorted((a, b) => a.line - b.line), unlisted }),
  };
}

/** What a page or a program says about where a problem is (`imports.place`). */
export function placeOf(problem: Problem): "file" | "line" | "cell" | "value" {
  if (problem.line === 0) return "file";
  if (problem.column === "") return "line";
  return problem.value === undefined ? "cell" : "value";
}

/** Problem lists are mailed and pasted into tickets: nothing in them may point at a person. */
function withoutPerson(problem: Problem): Problem {
  const { value, ...rest } = problem;
  const column = ADDRESS_OR_PERSON_NUMBER.test(rest.column) ? "?" : rest.column;
  const hidden =
    !value || PRIVATE_COLUMNS.has(problem.column) || ADDRESS_OR_PERSON_NUMBER.test(value);
  return hidden
    ? { ...rest, column }
    : { ...rest, column, value: value.slice(0, SHOWN_CHARACTERS) };
}
