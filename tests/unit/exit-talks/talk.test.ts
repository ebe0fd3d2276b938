import { describe, expect, it } from "vitest";
import { coverageOf, readChoice } from "@/lib/exit-talks/talk";
import { talkToken, talkTokenHash } from "@/lib/exit-talks/token";
import { tokenOf } from "@/lib/keys/link-key";

describe("a person's choice about an exit talk", () => {
  it("is one of three people, with a contact wish or without", () => {
    expect(readChoice({ with: "hr", contact: "  0000, efter fyra  " })).toEqual({
      state: "wished",
      holder: "hr",
      contact: "0000, efter fyra",
    });
    expect(readChoice({ with: "managers-manager", contact: null })).toEqual({
      state: "wished",
      holder: "managers-manager",
      contact: "",
    });
  });

  it("may be no, and then keeps no contact wish", () => {
    expect(readChoice({ with: "none", contact: "070" })).toEqual({ state: "declined" });
  });

  it("is asked for again when nothing, or somebody else, is chosen, or the wish is too long", () => {
    expect(readChoice({ with: null, contact: "" })).toBe("nothing-chosen");
    expect(readChoice({ with: "the-board", contact: "" })).toBe("nothing-chosen");
    expect(readChoice({ with: "hr", contact: "x".repeat(201) })).toBe("contact-too-long");
  });
});

describe("coverage", () => {
  it("counts everyone under the rule once: what became of the offer, or why there was none", () => {
    const offered = (["offered", "wished", "held", "declined", "held"] as const).map((talk) => ({
      talk,
      channel: "mail" as const,
    }));
    const none = (["letter", "mail", null, null] as const).map((channel) => {
      return { talk: null, channel };
    });
    expect(coverageOf([...offered, ...none])).toEqual({
      leavers: 9,
      everOffered: 5,
      offered: 1,
      wished: 1,
      declined: 1,
      held: 2,
      letter: 1,
      mail: 1,
      uninvited: 2,
    });
  });
});

describe("the link to an exit talk", () => {
  const key = new Uint8Array(32).fill(3);

  it("is the same at every reminder, another for each departure, and stored only as a hash", () => {
    const token = talkToken(key, "d-1");
    expect(talkToken(key, "d-1")).toBe(token);
    expect(talkToken(key, "d-2")).not.toBe(token);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(talkTokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(talkTokenHash(token)).not.toContain(token);
  });

  it("is never the survey's link, even for the same id", () => {
    expect(talkToken(key, "d-1")).not.toBe(Buffer.from(tokenOf(key, "d-1")).toString("base64url"));
  });
});
