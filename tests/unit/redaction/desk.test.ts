import { expect, test } from "vitest";
import { draftProblems, draftWarnings } from "@/lib/redaction/draft";
import { type CommentState, nextFor, progressOf, taskFor } from "@/lib/redaction/queue";
import { sharedRun } from "@/lib/redaction/shared-run";
import { names } from "../guard/lists";

const row = (id: string, state: CommentState, codedBy: string | null = null) => ({
  id,
  state,
  codedBy,
});
const byId = (id: string) => id;

test("nobody looks over their own work", () => {
  expect(taskFor(row("a", "coded", "Ida"), "Ida")).toBe(null);
  expect(taskFor(row("a", "coded", "Ida"), "Nils")).toBe("review");
  expect(taskFor(row("a", "approved", "Ida"), "Nils")).toBe(null);
});

test("first comes what was sent back to oneself, then what another has coded, then what nobody has read", () => {
  const rows = [
    row("a", "waiting"),
    row("b", "coded", "Nils"),
    row("c", "returned", "Ida"),
    row("d", "coded", "Ida"),
    row("e", "returned", "Nils"),
  ];
  const order: (string | undefined)[] = [];
  for (let left = rows; order.at(-1) !== undefined || order.length === 0; ) {
    const id = nextFor(left, "Ida", byId)?.id;
    order.push(id);
    left = left.filter((one) => one.id !== id);
  }
  expect(order).toEqual(["c", "b", "a", "e", undefined]);
  expect(progressOf(rows)).toEqual({ waiting: 1, coded: 2, returned: 2, approved: 0, all: 5 });
});

const good = { codes: ["pay"], paraphrase: "Lönen var för låg.", none: false };

test("a comment needs one to three themes, and a paraphrase or a decision that there shall be none", () => {
  expect(draftProblems(good)).toEqual([]);
  expect(draftProblems({ codes: ["pay", "hours", "heard"], paraphrase: " ", none: true })).toEqual(
    [],
  );
  expect(draftProblems({ codes: [], paraphrase: "", none: false })).toEqual([
    "no-theme",
    "no-paraphrase",
  ]);
  expect(draftProblems({ ...good, codes: ["weather"] })).toEqual(["no-theme"]);
  expect(draftProblems({ ...good, codes: ["pay", "hours", "heard", "care"] })).toEqual([
    "too-many",
  ]);
  expect(draftProblems({ ...good, codes: ["nothing", "pay"] })).toEqual(["nothing-alone"]);
  expect(draftProblems({ ...good, none: true })).toEqual(["both"]);
  expect(draftProblems({ ...good, paraphrase: "a".repeat(401) })).toEqual(["too-long"]);
});

const RAW = "Jag sa till chefen Gunilla redan i mars, men ingen lyssnade på mig.";

test("a paraphrase that names somebody, or repeats five words in a row, is pointed out", () => {
  expect(draftWarnings("Chefen Gunilla lyssnade inte.", [RAW], names).identities).toEqual([
    "Gunilla",
  ]);
  const copied = draftWarnings("Personen säger: ”Men ingen lyssnade, på mig.”", [RAW], names);
  expect(copied).toEqual({ identities: [], repeated: "men ingen lyssnade på mig" });
  const own = draftWarnings("Signaler togs inte på allvar av ledningen.", [RAW], names);
  expect(own).toEqual({ identities: [], repeated: null });
});

test("words in a row are found whatever stands between them", () => {
  expect(sharedRun("A, b – C!", "x a b\nc y")).toEqual(["a", "b", "c"]);
  expect(sharedRun("a b", "b a")).toHaveLength(1);
  expect(sharedRun("", "a")).toEqual([]);
});
