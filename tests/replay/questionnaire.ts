import type { Plain } from "./client/sealing";
import { AGREEMENT, type Asked, CLASSES, MAX_FACTORS, NOTHING, type Single } from "./columns";
import type { Row } from "./file";

const text = (en: string) => ({ en });

const optionsOf = ({ choices }: Single) =>
  choices.map(({ code, cell, class: name }) => ({
    code,
    text: text(cell),
    ...(name === undefined ? {} : { class: name }),
  }));

/** The choices under one heading for each class. */
function groupsOf(item: Single) {
  const options = optionsOf(item);
  const names = [...new Set(item.choices.map((choice) => choice.class ?? ""))];
  return names.map((name) => ({
    code: name,
    text: text(CLASSES[name] ?? name),
    options: options.filter((option) => option.class === name),
  }));
}

function itemOf(asked: Asked) {
  const { id, title, when } = asked;
  const base = { id, text: text(title), ...(when ? { when } : {}) };
  switch (asked.kind) {
    case "scale":
      return { ...base, type: "scale5", slice: "unit" };
    case "single":
      return { ...base, type: "single", slice: "unit", options: optionsOf(asked) };
    case "grouped":
      return { ...base, type: "grouped", slice: "unit", groups: groupsOf(asked) };
    case "background":
      return { ...base, type: "single", slice: "background", options: optionsOf(asked) };
    case "several": {
      const options = asked.choices.map(({ code, column }) => ({ code, text: text(column) }));
      return { ...base, type: "multi", slice: "cells", max: MAX_FACTORS, options };
    }
  }
}

/** The file's questions as a questionnaire document. */
export function questionnaireOf(columns: readonly Asked[]) {
  return {
    id: "replay",
    version: 1,
    languages: ["en"],
    title: text("Exit survey"),
    intro: text("The questions of a real exit survey, asked again."),
    classes: Object.fromEntries(Object.entries(CLASSES).map(([code, name]) => [code, text(name)])),
    sections: [{ id: "all", title: text("Your answers"), items: columns.map(itemOf) }],
  };
}

function answerTo(asked: Asked, { cells }: Row): number | string | readonly string[] | undefined {
  if (asked.kind === "several") {
    const chosen = asked.choices.filter(({ column }) => !NOTHING.includes(cells[column] ?? ""));
    return chosen.length > 0 ? chosen.map(({ code }) => code) : undefined;
  }
  const cell = cells[asked.column] ?? "";
  if (NOTHING.includes(cell)) return undefined;
  return asked.kind === "scale"
    ? AGREEMENT.indexOf(cell) + 1
    : asked.choices.find((choice) => choice.cell === cell)?.code;
}

/** What a person answered; also what the file has against a condition, which the count must ignore. */
export function answersOf(row: Row, columns: readonly Asked[]): Plain["answers"] {
  const answers: Record<string, number | string | readonly string[]> = {};
  for (const asked of columns) {
    const answer = answerTo(asked, row);
    if (answer !== undefined) answers[asked.id] = answer;
  }
  return answers;
}
