import { expect, test } from "vitest";
import { commentable, MOST_COMMENT, printed, readComment } from "@/lib/comments/comment";

const third = { quarter: "2026-Q3", publishes: "2026-11-15", done: true, out: false } as const;
const fourth = { quarter: "2026-Q4", publishes: "2027-02-15", done: false, out: false } as const;

test("HR may comment a report from a week before its day until it is out, and no other", () => {
  const at = (today: string, out = false) => {
    const found = commentable([{ ...third, out }, fourth], today, false);
    return found && [found.quarter, found.open];
  };
  expect(at("2026-11-07")).toEqual(["2026-Q3", false]);
  expect(at("2026-11-08")).toEqual(["2026-Q3", true]);
  expect(at("2026-12-24"), "one that is late may be commented until it goes out").toEqual([
    "2026-Q3",
    true,
  ]);
  expect(at("2026-11-15", true)).toEqual(["2026-Q4", false]);
  expect(commentable([{ ...third, out: true }], "2026-11-15", false)).toBeNull();
});

test("the demonstration, whose quarters end early, lets HR comment what is mixed", () => {
  expect(commentable([third], "2026-10-02", true)?.open).toBe(true);
  expect(commentable([fourth], "2026-10-02", true)?.open).toBe(false);
});

test("an empty text takes the comment back, and a comment is signed by somebody", () => {
  const version = { quarter: "2026-Q3", version: 2, signedBy: "x", signedOn: "2026-11-10" };
  expect(readComment({ text: "", who: "HR-direktör" })).toHaveProperty("entry");
  expect(readComment({ text: "Ja.", who: "" })).toEqual({ problems: { who: "missing" } });
  const long = "x".repeat(MOST_COMMENT.text + 1);
  expect(readComment({ text: long, who: "HR" })).toEqual({ problems: { text: "too-long" } });
  expect(printed({ ...version, who: "HR", text: "" })).toBeNull();
  expect(printed(undefined)).toBeNull();
  expect(printed({ ...version, who: "HR", text: "Ja." })).toEqual({
    who: "HR",
    writtenOn: "2026-11-10",
    text: "Ja.",
  });
});
