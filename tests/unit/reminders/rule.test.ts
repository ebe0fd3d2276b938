import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkWindow } from "@/lib/invitations/link-window";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import {
  isReminderDue,
  nextReminder,
  type ReminderFacts,
  WISHES,
  type Wish,
} from "@/lib/reminders/rule";

const LAST_DAY = "2026-11-30";

/** Invited two weeks before the last day, as most are. */
const invited: ReminderFacts = {
  invitedOn: "2026-11-16",
  lastDay: LAST_DAY,
  window: linkWindow(LAST_DAY),
  wish: "usual",
  remindedOn: [],
};

describe("the written rule", () => {
  test("the first reminder goes ten days after the invitation, the second seven days after the last day", () => {
    expect(nextReminder(invited)).toBe("2026-11-26");
    expect(nextReminder({ ...invited, remindedOn: ["2026-11-26"] })).toBe("2026-12-07");
    expect(nextReminder({ ...invited, remindedOn: ["2026-11-26", "2026-12-07"] })).toBeNull();
  });

  test("who asks to be reminded after having left gets one, then, instead of what remains", () => {
    const later = { ...invited, wish: "after-leaving" } as const;
    expect(nextReminder(later)).toBe("2026-12-07");
    expect(nextReminder({ ...later, remindedOn: ["2026-11-26"] })).toBe("2026-12-07");
    expect(nextReminder({ ...later, remindedOn: ["2026-12-07"] })).toBeNull();
  });

  test("who has stopped gets none, and whoever changes their mind gets what is left", () => {
    expect(nextReminder({ ...invited, wish: "stopped" })).toBeNull();
    expect(isReminderDue({ ...invited, wish: "usual" }, "2026-12-20")).toBe(true);
  });

  test("who is invited after having left is never written to twice within a week", () => {
    const late = { ...invited, invitedOn: "2026-12-20" };
    expect(nextReminder(late)).toBe("2026-12-30");
    expect(nextReminder({ ...late, remindedOn: ["2026-12-30"] })).toBe("2027-01-06");
    expect(nextReminder({ ...late, wish: "after-leaving" })).toBe("2026-12-27");
  });

  test("nobody is reminded of a link that no longer opens", () => {
    expect(nextReminder({ ...invited, invitedOn: "2027-01-19" })).toBe("2027-01-29");
    expect(nextReminder({ ...invited, invitedOn: "2027-01-20" })).toBeNull();
    expect(isReminderDue(invited, "2027-01-29")).toBe(true);
    expect(isReminderDue(invited, "2027-01-30")).toBe(false);
  });

  test("a day that was missed is made up for on the next", () => {
    expect(isReminderDue(invited, "2026-11-25")).toBe(false);
    expect(isReminderDue(invited, "2026-11-26")).toBe(true);
    expect(isReminderDue(invited, "2026-11-29")).toBe(true);
  });
});

type Life = {
  readonly invitedAfter: number;
  /** Day by day: what the person chooses, and whether the server is up. */
  readonly days: readonly { readonly wish: Wish | null; readonly up: boolean }[];
};

type Sent = { readonly day: Day; readonly wish: Wish };

/** Lives through every day from the invitation until well after the window. */
function live({ invitedAfter, days }: Life): { readonly sent: readonly Sent[]; invitedOn: Day } {
  const invitedOn = shiftDay(invited.window.from, invitedAfter);
  const sent: Sent[] = [];
  let wish: Wish = "usual";
  days.forEach((one, at) => {
    wish = one.wish ?? wish;
    const day = shiftDay(invitedOn, at);
    const facts = { ...invited, invitedOn, wish, remindedOn: sent.map((mail) => mail.day) };
    if (one.up && isReminderDue(facts, day)) sent.push({ day, wish });
  });
  return { sent, invitedOn };
}

const chosen = fc.option(fc.constantFrom(...WISHES), { nil: null, freq: 8 });
const lives: fc.Arbitrary<Life> = fc.record({
  invitedAfter: fc.integer({ min: 0, max: 74 }),
  days: fc.array(fc.record({ wish: chosen, up: fc.boolean() }), { minLength: 90, maxLength: 90 }),
});

describe("whatever a person chooses, whenever they are invited and however often the server is down", () => {
  const holds = (check: (life: ReturnType<typeof live>) => void) =>
    fc.assert(fc.property(lives, (life) => check(live(life))));

  test("there are never more than two reminders, and none while they are stopped", () => {
    holds(({ sent }) => {
      expect(sent.length).toBeLessThanOrEqual(2);
      expect(sent.filter(({ wish }) => wish === "stopped")).toEqual([]);
    });
  });

  test("all are within the link's window, and a week from every other mail", () => {
    holds(({ sent, invitedOn }) => {
      const mails = [invitedOn, ...sent.map(({ day }) => day)];
      for (const [at, day] of mails.entries()) {
        expect(day >= invited.window.from && day <= invited.window.to).toBe(true);
        if (at > 0) expect(day >= shiftDay(mails[at - 1] ?? "", 7)).toBe(true);
      }
    });
  });

  test("who asked for one after having left gets none before, and at most one", () => {
    holds(({ sent }) => {
      const asked = sent.filter(({ wish }) => wish === "after-leaving");
      expect(asked.length).toBeLessThanOrEqual(1);
      for (const { day } of asked) expect(day >= shiftDay(LAST_DAY, 7)).toBe(true);
    });
  });

  test("with a server that is up and nothing chosen, everyone invited by the last day gets both", () => {
    for (let invitedAfter = 0; invitedAfter <= 14; invitedAfter += 1) {
      const days = Array.from({ length: 90 }, () => ({ wish: null, up: true }));
      expect(live({ invitedAfter, days }).sent).toHaveLength(2);
    }
  });
});
