import { describe, expect, test } from "vitest";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import en from "@/lib/i18n/messages/en/imports.json";
import sv from "@/lib/i18n/messages/sv/imports.json";
import { linkWindow } from "@/lib/invitations/link-window";
import { seriesOf } from "@/lib/invitations/series";
import { whomToInvite } from "@/lib/invitations/whom-to-invite";

const strict = { inviteMovers: false, employerSide: [], takesPart: () => true };
const wide = {
  inviteMovers: true,
  employerSide: ["fixed_term_end", "transfer", "redundancy", "other"] as const,
  takesPart: () => true,
};
const departure = {
  unitCode: "A",
  kind: "resignation",
  email: "a@region.se",
  privateEmail: null,
  delivery: "mail",
  protected: false,
} as const;

describe("who is invited", () => {
  test("those who resign and those who retire, each in their series", () => {
    expect(whomToInvite(departure, strict)).toEqual({
      invited: true,
      series: "leaver",
      channel: "mail",
      address: "a@region.se",
    });
    expect(whomToInvite({ ...departure, kind: "retirement" }, strict)).toMatchObject({
      invited: true,
      series: "retiree",
    });
  });

  test("movers and employer-side endings only when the policy says so, and never a death", () => {
    const kinds = (policy: Parameters<typeof whomToInvite>[1]) =>
      DEPARTURE_KINDS.filter((kind) => whomToInvite({ ...departure, kind }, policy).invited);
    expect(kinds(strict)).toEqual(["resignation", "retirement"]);
    expect(kinds({ ...strict, inviteMovers: true })).toEqual([
      "resignation",
      "retirement",
      "internal_move",
    ]);
    expect(kinds(wide)).toEqual(DEPARTURE_KINDS.filter((kind) => kind !== "death"));
    expect(whomToInvite({ ...departure, kind: "death" }, wide)).toEqual({
      invited: false,
      reason: "death",
    });
    expect(whomToInvite({ ...departure, kind: "transfer" }, strict)).toEqual({
      invited: false,
      reason: "kind-not-invited",
    });
  });

  test("nobody in a unit outside the programme, and everybody as usual in one that takes part", () => {
    const some = { ...strict, takesPart: (unit: string) => unit === "A" };
    expect(whomToInvite(departure, some).invited).toBe(true);
    expect(whomToInvite({ ...departure, unitCode: "B" }, some)).toEqual({
      invited: false,
      reason: "not-in-programme",
    });
  });

  test("people with protected identity get a letter from HR's hand, whatever address the file has", () => {
    for (const delivery of ["mail", "letter"] as const) {
      expect(whomToInvite({ ...departure, delivery, protected: true }, wide)).toEqual({
        invited: true,
        series: "leaver",
        channel: "letter",
      });
    }
  });

  test("the series follows from the kind; a death has none", () => {
    expect(DEPARTURE_KINDS.map(seriesOf)).toEqual([
      "leaver",
      "retiree",
      "mover",
      "leaver",
      "leaver",
      "leaver",
      null,
      "leaver",
    ]);
  });
});

describe("how the invitation goes", () => {
  test("to the private address when there is one: the work account closes", () => {
    expect(whomToInvite({ ...departure, privateEmail: "anna@example.se" }, strict)).toMatchObject({
      channel: "mail",
      address: "anna@example.se",
    });
  });

  test("by letter when the file says so, and without any address", () => {
    const letter = { invited: true, series: "leaver", channel: "letter" };
    expect(whomToInvite({ ...departure, delivery: "letter" }, strict)).toEqual(letter);
    expect(whomToInvite({ ...departure, email: null }, strict)).toEqual(letter);
  });

  test("not at all when the file says none, protected or not", () => {
    const refused = { invited: false, reason: "no-delivery" };
    expect(whomToInvite({ ...departure, delivery: "none" }, strict)).toEqual(refused);
    const hidden = { ...departure, delivery: "none", protected: true } as const;
    expect(whomToInvite(hidden, strict)).toEqual(refused);
  });

  test("every reason for not inviting has a sentence in both languages", () => {
    const reasons = ["death", "kind-not-invited", "no-delivery", "not-in-programme"];
    expect(Object.keys(sv.notInvited).sort()).toEqual(reasons);
    expect(Object.keys(en.notInvited).sort()).toEqual(reasons);
  });
});

test("a link works from 14 days before to 60 days after the last day, over leap days and new year", () => {
  expect(linkWindow("2026-11-22")).toEqual({ from: "2026-11-08", to: "2027-01-21" });
  expect(linkWindow("2024-01-10")).toEqual({ from: "2023-12-27", to: "2024-03-10" });
});
