import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterOf, isIn } from "@/lib/guard/bloom";
import { findIdentities } from "@/lib/guard/guard";
import { anySpelling, capitalOnly } from "@/lib/guard/name-list";
import { checksumHolds } from "@/lib/guard/numbers";
import { lists, names } from "./lists";

const said = (text: string) =>
  findIdentities(text, names).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

describe("identity numbers", () => {
  // 121212-1212 is the tax agency's own test number.
  it.each([
    "121212-1212",
    "121212+1212",
    "121212–1212",
    "1212121212",
    "121212 1212",
    "191212121212",
    "19121212-1212",
    "19121212 1212",
    "1912-12-12-1212",
    "12 12 12 1212",
  ])("are found when written %s", (number) => {
    expect(said(`Mitt nummer, ${number}, finns.`)).toEqual([`personnummer: ${number}`]);
  });

  it("are found for those without a personnummer, whose day is 60 more", () => {
    expect(said("nr 1212721219")).toEqual(["personnummer: 1212721219"]);
  });

  it("are found mistyped when their form is plain, but a bare row of digits needs its checksum", () => {
    expect(said("nr 121212-1213")).toEqual(["personnummer: 121212-1213"]);
    expect(said("nr 1212121213")).toEqual([]);
    expect(said("nr 129912-1212")).toEqual([]);
  });

  it("are checked by Luhn", () => {
    expect(checksumHolds("1212121212")).toBe(true);
    expect(checksumHolds("1212121213")).toBe(false);
  });
});

describe("names", () => {
  it("that are also words count only where nothing else explains the capital", () => {
    expect(said("Det var Björn som sade det.")).toEqual(["name: Björn"]);
    expect(said("Man gick som en björn i bur.")).toEqual([]);
    expect(said("Hans sätt var hårt.")).toEqual([]);
    expect(said("Hans Lund sade det.")).toEqual(["name: Hans Lund"]);
    expect(said("Jag flyttade till Lund.")).toEqual([]);
  });

  it("are found small, in the genitive, hyphenated and with a decomposed å", () => {
    expect(said("fråga johan")).toEqual(["name: johan"]);
    expect(said("Det är Kerstins fel.")).toEqual(["name: Kerstins"]);
    expect(said("Det är Lars fel.")).toEqual(["name: Lars"]);
    expect(said("Det är Britt-Marie.")).toEqual(["name: Britt-Marie"]);
    expect(said("Det är A\u030asa.")).toEqual(["name: A\u030asa"]);
  });

  it("that no list has are found after a word that announces them", () => {
    expect(said("Hon heter Qumbra.")).toEqual(["name: Qumbra"]);
  });

  it("are all in the filter, in the spelling they count in", () => {
    const words = new Set(lists.ordinary);
    const missing = [...lists.first, ...lists.last].filter(
      (name) => !isIn(names, words.has(name) ? capitalOnly(name) : anySpelling(name)),
    );
    expect(missing).toEqual([]);
    expect(lists.first.length).toBeGreaterThan(1500);
    expect(lists.last.length).toBeGreaterThan(1500);
  });

  it("take up at most 12 kB, and a stranger is taken for one in less than 1 of 10 000 words", () => {
    expect(names.length).toBeLessThanOrEqual(12_000);
    const strangers = Array.from({ length: 100_000 }, (_, n) => anySpelling(`ord${n}`));
    expect(strangers.filter((word) => isIn(names, word)).length).toBeLessThan(10);
  });
});

describe("a name that is also a word, where a sentence begins", () => {
  it.each([
    "Björn sa",
    "Stig vägrade",
    "Rut var min chef",
    "Sol, min chef",
    "Klara och jag",
    "Hope was my manager",
  ])("is a name before what only a person does or is: %s", (opening) => {
    const [name] = opening.split(/[ ,]/);
    expect(said(`Det var så. ${opening} det.`)).toEqual([`name: ${name}`]);
  });

  it("is a name in the genitive and beside another name, and else a word", () => {
    expect(said("Stigs sätt var hårt.")).toEqual(["name: Stigs"]);
    expect(said("Björn och Eva styr.")).toEqual(["name: Björn", "name: Eva"]);
    for (const word of [
      "Dags att gå.",
      "Sol och värme.",
      "Maj var kall.",
      "Klara besked saknas.",
    ]) {
      expect(said(word)).toEqual([]);
    }
    expect(said("Det blev bättre i Maj. In May it rained.")).toEqual([]);
  });
});

describe("accounts", () => {
  it("are found by their @, by the place where people have pages, and by the word before them", () => {
    expect(said("Jag heter @eva.k där.")).toEqual(["email: @eva.k"]);
    expect(said("Se instagram.com/eva.k, tack.")).toEqual(["email: instagram.com/eva.k"]);
    expect(said("Sök på insta: eva_k92.")).toEqual(["email: insta: eva_k92"]);
    expect(said("eva@k.se")).toEqual(["email: eva@k.se"]);
    expect(said("eva @ k.se")).toEqual(["email: eva @ k.se"]);
    expect(said("Tre stycken @ 50 kr, se 1177.se eller instagram.")).toEqual([]);
  });
});

describe("the guard", () => {
  it("points at what one person alone can be, and not at what an only reason is", () => {
    expect(said("Jag var den enda logopeden.")).toEqual(["only: den enda logopeden"]);
    expect(said("Den enda anledningen var lönen.")).toEqual([]);
    expect(said("Det enda som fungerade var fikat.")).toEqual([]);
  });

  it("still knows numbers and dates when the names have not come", () => {
    const text = "Karin ringde 070-123 45 67 den 3 mars.";
    const kinds = findIdentities(text, null).map(({ kind }) => kind);
    expect(kinds).toEqual(["phone", "date"]);
  });

  it("finds passages in order, none inside another, none empty, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        let end = 0;
        for (const { from, to } of findIdentities(text, names)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });

  it("is done within a key press on the longest text there can be", () => {
    const text = "Jag pratade med Karin den 3 mars 070-123 45 67. ".repeat(21).slice(0, 1000);
    // Its own time, not the clock's: what else the machine does is nobody's key press.
    const before = process.cpuUsage().user;
    for (let n = 0; n < 20; n += 1) findIdentities(text, names);
    expect((process.cpuUsage().user - before) / 1000 / 20).toBeLessThan(25);
  });

  it("is not slowed down by rows of spaces, digits or letters", () => {
    const before = process.cpuUsage().user;
    for (const sign of [" ", "0", "1 ", "a", "a-", "den ", "@", "."]) {
      findIdentities(sign.repeat(1000).slice(0, 1000), names);
    }
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(500);
  });

  it("answers no to everything when the filter is empty", () => {
    expect(isIn(filterOf([], 100), anySpelling("karin"))).toBe(false);
  });
});
