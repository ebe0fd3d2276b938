import { expect, test } from "vitest";
import { type DatedPolicy, decideInvitation, mailTime } from "@/lib/invitations/decide";
import { programme } from "@/lib/programme/programme";

const leaver = {
  unitCode: "A",
  kind: "resignation",
  email: "eva@region.example",
  privateEmail: null,
  delivery: "mail",
  protected: false,
  lastDay: "2026-11-30",
} as const;

const policies: readonly DatedPolicy[] = [
  { fromQuarter: "2026-Q1", inviteMovers: false, employerSide: [] },
  { fromQuarter: "2026-Q4", inviteMovers: true, employerSide: [] },
];
const rules = { policies, programme: programme([], []) };

test("who resigns is invited from two weeks before the last day to sixty days after it", () => {
  expect(decideInvitation(leaver, rules, "2026-11-01")).toEqual({
    invite: {
      series: "leaver",
      channel: "mail",
      state: "queued",
      windowFrom: "2026-11-16",
      windowTo: "2027-01-29",
    },
  });
});

test("a letter waits to be printed", () => {
  const { invite } = decideInvitation({ ...leaver, delivery: "letter" }, rules, "2026-11-01");
  expect(invite).toMatchObject({ channel: "letter", state: "letter" });
});

test("nobody is sent a link that has already stopped working", () => {
  expect(decideInvitation(leaver, rules, "2027-01-29").invite).not.toBeNull();
  expect(decideInvitation(leaver, rules, "2027-01-30")).toEqual({
    invite: null,
    reason: "window-over",
  });
});

test("a changed policy holds from its quarter on and never reaches back", () => {
  const mover = { ...leaver, kind: "internal_move" } as const;
  expect(decideInvitation(mover, rules, "2026-11-01").invite?.series).toBe("mover");
  const before = { ...mover, lastDay: "2026-09-30" };
  expect(decideInvitation(before, rules, "2026-10-01")).toEqual({
    invite: null,
    reason: "kind-not-invited",
  });
  expect(decideInvitation(mover, { ...rules, policies: [] }, "2026-11-01").invite).toBeNull();
});

test("the mail goes the morning its link begins to work, or at once when that has passed", () => {
  const now = new Date("2026-11-01T12:00:00Z");
  expect(mailTime("2026-11-16", now)).toEqual(new Date("2026-11-16T07:00:00Z"));
  expect(mailTime("2026-10-20", now)).toEqual(now);
});
