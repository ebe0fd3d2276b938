import { describe, expect, test } from "vitest";
import { type FollowUp, followUpOf } from "@/lib/follow-ups/rule";

const ACTION = { id: "a", due: "2026-12-01", state: "ongoing" } as const;
const AHEAD: FollowUp = { actionId: "a", due: "2026-12-01", kind: "ahead" };

describe("A mail about a follow-up", () => {
  test("goes a week ahead of its day, and not before", () => {
    expect(followUpOf(ACTION, [], "2026-11-23")).toBeNull();
    expect(followUpOf(ACTION, [], "2026-11-24")).toEqual(AHEAD);
    expect(followUpOf(ACTION, [], "2026-12-01")).toEqual(AHEAD);
  });

  test("goes once ahead and once when the day has passed", () => {
    expect(followUpOf(ACTION, [AHEAD], "2026-11-30")).toBeNull();
    const overdue = { ...AHEAD, kind: "overdue" as const };
    expect(followUpOf(ACTION, [AHEAD], "2026-12-02")).toEqual(overdue);
    expect(followUpOf(ACTION, [AHEAD, overdue], "2027-02-01")).toBeNull();
  });

  test("goes again when the day has been moved", () => {
    expect(followUpOf({ ...ACTION, due: "2027-01-10" }, [AHEAD], "2027-01-05")).toMatchObject({
      due: "2027-01-10",
      kind: "ahead",
    });
  });

  test("never goes about what is done", () => {
    expect(followUpOf({ ...ACTION, state: "done" }, [], "2026-12-02")).toBeNull();
  });
});
