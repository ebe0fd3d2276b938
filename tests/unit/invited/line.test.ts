import { describe, expect, it } from "vitest";
import { EVERYTHING, invitedAddress } from "@/components/hr/invited/address";
import {
  found,
  type InvitedLine,
  maySendAgain,
  mayStop,
  readFilter,
  troubleOf,
} from "@/lib/invited/line";

const mailed: InvitedLine = {
  id: "1",
  unitCode: "V1",
  unit: "Älvstranden",
  lastDay: "2026-11-30",
  series: "leaver",
  language: "sv",
  channel: "mail",
  windowFrom: "2026-11-16",
  windowTo: "2027-01-29",
  state: "sent",
  trouble: null,
  held: false,
  sentOn: "2026-11-16",
};
const letter: InvitedLine = { ...mailed, channel: "letter", state: "letter", unit: "Björken" };

describe("what HR can do with an invitation", () => {
  it("is to send again only what did not go, so that nobody gets the same invitation twice", () => {
    expect(maySendAgain({ ...mailed, state: "problem" })).toBe(true);
    for (const state of ["queued", "sent", "withdrawn"] as const) {
      expect(maySendAgain({ ...mailed, state })).toBe(false);
    }
    expect(maySendAgain({ ...mailed, state: "problem", held: true })).toBe(false);
    expect(maySendAgain(letter)).toBe(false);
  });

  it("is to stop a mail, once; a letter is stopped by keeping it", () => {
    expect(mayStop(mailed)).toBe(true);
    expect(mayStop({ ...mailed, state: "withdrawn" })).toBe(false);
    expect(mayStop(letter)).toBe(false);
  });
});

describe("why a mail did not go", () => {
  it.each([
    ["refused 550", "no-mailbox"],
    ["no address", "no-mailbox"],
    ["refused 554", "refused"],
    ["refused 421", "refused"],
    ["no round", "no-round"],
    ["ECONNECTION", "no-answer"],
    [null, "no-answer"],
  ])("%s is told as %s", (problem, trouble) => {
    expect(troubleOf(problem)).toBe(trouble);
  });
});

describe("the filter in the address", () => {
  it("takes a state that exists, and letters of a unit's name, whatever else is written there", () => {
    expect(readFilter({ lage: "problem", kanal: "letter", sok: " älv ", sida: "3" })).toEqual({
      ...{ state: "problem", channel: "letter", search: "älv", page: 3 },
    });
    expect(readFilter({ lage: "answered", kanal: "sms", sok: ["a", "b"], sida: "-1" })).toEqual(
      EVERYTHING,
    );
  });

  it("finds units by any letters of their names, in upper or lower case", () => {
    const lines = [mailed, letter];
    expect(found(lines, { ...EVERYTHING, search: "ÄLV" })).toEqual([mailed]);
    expect(found(lines, EVERYTHING)).toEqual(lines);
  });

  it("tells mails from letters, and keeps every choice in the address", () => {
    expect(found([mailed, letter], { ...EVERYTHING, channel: "letter" })).toEqual([letter]);
    const asked = { state: "sent", channel: "mail", search: "älv", page: 2 } as const;
    expect(invitedAddress(asked)).toBe("/hr/invitations?lage=sent&kanal=mail&sok=%C3%A4lv&sida=2");
    expect(invitedAddress(EVERYTHING, "again")).toBe("/hr/invitations?gjort=again");
  });
});
