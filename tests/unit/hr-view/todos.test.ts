import { describe, expect, test } from "vitest";
import type { Action } from "@/lib/actions/action";
import type { Explanation } from "@/lib/explanations/explanation";
import { type Todo, type TodoFacts, todosOf } from "@/lib/todos/todo";

const action = (id: string, unitCode: string, due: string, state: Action["state"]): Action => ({
  ...{ id, unitCode, due, state },
  what: `åtgärd ${id}`,
  who: "Chef",
  decidedOn: "2026-01-01",
  control: "",
});

const explanation = (id: string, unitCode: string, expires: string): Explanation => ({
  ...{ id, unitCode, expires },
  what: "Flytt",
  who: "HR",
  notedOn: "2025-01-01",
  evidence: "",
  appliesFrom: "2025-01-01",
});

const UNITS = [
  { code: "B", name: "Björken", validTo: null, predecessors: ["L"] },
  { code: "R", name: "Rönnby", validTo: null, predecessors: [] },
];

const NOTHING: TodoFacts = {
  today: "2026-11-22",
  units: UNITS.map(({ code, name }) => ({ code, name })),
  everyUnit: [
    ...UNITS,
    { code: "L", name: "Linden", validTo: "2026-06-30", predecessors: [] },
    { code: "S", name: "Sjöbo", validTo: "2025-12-31", predecessors: [] },
  ],
  flagged: [],
  signalled: [],
  explanations: [],
  actions: [],
  mailProblems: 0,
  waitingImports: 0,
  refusedFiles: 0,
  comment: null,
};

describe("What needs doing", () => {
  test("nothing to do is an empty list", () => {
    expect(todosOf(NOTHING)).toEqual([]);
  });

  test("follow-ups come by date, overdue ones first; done and far-off ones not at all", () => {
    const todos = todosOf({
      ...NOTHING,
      actions: [
        action("a", "B", "2026-12-15", "ongoing"),
        action("b", "R", "2026-11-01", "planned"),
        action("c", "R", "2026-11-30", "done"),
        action("d", "B", "2027-10-01", "ongoing"),
      ],
    });
    expect(todos.map((todo) => [todo.id, todo.kind === "follow-up" && todo.overdue])).toEqual([
      ["b", true],
      ["a", false],
    ]);
  });

  test("an open action of a closed unit stays until it is done or moved, and says which unit goes on", () => {
    const todos = todosOf({
      ...NOTHING,
      actions: [
        action("a", "L", "2028-01-01", "ongoing"),
        action("b", "S", "2026-01-01", "planned"),
        action("c", "L", "2026-01-01", "done"),
      ],
    });
    expect(todos).toMatchObject([
      { kind: "left-behind", id: "b", unit: { name: "Sjöbo" }, heirs: [] },
      { kind: "left-behind", id: "a", unit: { name: "Linden" }, heirs: [{ name: "Björken" }] },
    ]);
  });

  test("an action of a unit that has opened since the figures is followed up like any other", () => {
    const opened = { code: "N", name: "Nyhem", validTo: null, predecessors: [] };
    const facts = { ...NOTHING, everyUnit: [...NOTHING.everyUnit, opened] };
    expect(
      todosOf({ ...facts, actions: [action("a", "N", "2026-12-01", "planned")] }),
    ).toMatchObject([{ kind: "follow-up", unit: { code: "N", name: "Nyhem" } }]);
  });

  test("HR's comment to the report is asked for by the day the report goes out", () => {
    const comment = { quarter: "2026-Q3", publishes: "2026-11-30" } as const;
    const actions = [
      action("a", "B", "2026-12-15", "ongoing"),
      action("b", "R", "2026-11-25", "planned"),
    ];
    expect(todosOf({ ...NOTHING, actions, comment }).map(({ kind, by }) => [kind, by])).toEqual([
      ["follow-up", "2026-11-25"],
      ["comment", "2026-11-30"],
      ["follow-up", "2026-12-15"],
    ]);
  });
});

describe("Which units need HR", () => {
  test("a flagged unit without an open action is named; a done action is no action", () => {
    const todos = todosOf({
      ...NOTHING,
      flagged: ["B", "R"],
      actions: [action("a", "B", "2028-01-01", "ongoing"), action("c", "R", "2026-01-30", "done")],
    });
    expect(todos).toMatchObject([
      { kind: "no-action", because: "flag", by: null, unit: { code: "R", name: "Rönnby" } },
    ]);
  });

  test("a unit that the rule misses and chance does not explain is named too, once, until it has an action", () => {
    const facts = { ...NOTHING, flagged: ["B"], signalled: ["R"] };
    const acted = [action("a", "R", "2028-01-01", "planned")];
    const because = (todos: readonly Todo[]) =>
      todos.map((todo) => [todo.kind === "no-action" && todo.because, todo.id]);
    expect(because(todosOf(facts))).toEqual([
      ["flag", "no-action B"],
      ["signal", "no-action R"],
    ]);
    expect(because(todosOf({ ...facts, actions: acted }))).toEqual([["flag", "no-action B"]]);
  });

  test("an expired explanation is a task while the unit is flagged and no other applies", () => {
    const facts = {
      ...NOTHING,
      flagged: ["R"],
      actions: [action("a", "R", "2028-01-01", "ongoing")],
    };
    const old = explanation("old", "R", "2026-09-30");
    const kinds = (explanations: Explanation[], flagged = facts.flagged) =>
      todosOf({ ...facts, flagged, explanations }).map(({ kind }) => kind);
    expect(kinds([old])).toEqual(["expired"]);
    expect(kinds([old, explanation("new", "R", "2027-01-31")])).toEqual([]);
    expect(kinds([old], [])).toEqual([]);
  });

  test("files that the night refused come before what waits for others", () => {
    const kinds = todosOf({ ...NOTHING, refusedFiles: 2, waitingImports: 1 }).map((todo) => [
      todo.kind,
      "count" in todo && todo.count,
    ]);
    expect(kinds).toEqual([
      ["refused", 2],
      ["import", 1],
    ]);
  });

  test("bounced invitations and unconfirmed imports are counted, never listed by person", () => {
    expect(todosOf({ ...NOTHING, mailProblems: 3, waitingImports: 1 })).toEqual([
      { kind: "mail", by: null, count: 3, id: "mail" },
      { kind: "import", by: null, count: 1, id: "import" },
    ]);
  });
});
