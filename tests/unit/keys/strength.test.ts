import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { FEWEST_GUESSES, strengthOf } from "@/lib/keys/strength";
import { suggestedPassphrase } from "@/lib/keys/suggestion";

const weakness = (passphrase: string, near: string[] = []) => strengthOf(passphrase, near).weakness;

describe("a custodian's passphrase", () => {
  it("of five words that are not connected is good enough, in Swedish and in English", () => {
    expect(weakness("zebra lykta mynta sopran granit")).toBeNull();
    expect(weakness("zebra lantern copper violin meadow")).toBeNull();
  });

  it("of four words never is", () => {
    expect(weakness("korrekt hästar batteri klammer")).toBe("short");
    expect(weakness("correct horse battery staple")).toBe("short");
    expect(weakness("norrsken.trädgård_mästaren-våren")).toBe("short");
  });

  it("is refused when it repeats itself, follows a pattern or is on a list", () => {
    expect(weakness("hund hund hund hund hund hund hund")).toBe("short");
    expect(weakness("aaaaaaaaaaaaaaaaaaaaaaaaaa")).toBe("pattern");
    expect(weakness("password")).toBe("common");
    expect(weakness("")).toBe("short");
  });

  it("made of the names around it is worth no more than they are", () => {
    const near = ["Region Norrsjö", "Mätbyrån Norr"];
    expect(strengthOf("region norrsjö", near).guesses).toBeLessThan(100_000);
  });

  it("that is too easy could be found within a lifetime by a thousand machines; one that is enough could not", () => {
    expect(strengthOf("korrekt hästar batteri").years).toBeLessThan(1);
    expect(strengthOf("zebra lykta mynta sopran granit").years).toBeGreaterThan(150);
  });
});

describe.each(["sv", "en"] as const)("a suggested passphrase (%s)", (locale) => {
  const list = translator(locale, "keyWords")("list");

  it("is six of at least 512 different words, so that knowing the list does not help", () => {
    const words = list.split(" ");
    expect(new Set(words).size).toBe(words.length);
    expect(words.length ** 6).toBeGreaterThan(FEWEST_GUESSES);
    const drawn: number[] = [];
    const made = suggestedPassphrase(list, (n) => {
      drawn.push(n);
      return drawn.length;
    });
    expect(made).toBe(words.slice(1, 7).join(" "));
    expect(drawn).toEqual(Array(6).fill(words.length));
  });

  it("is always good enough", () => {
    for (let i = 0; i < 20; i += 1) {
      expect(weakness(suggestedPassphrase(list, (n) => randomInt(n)))).toBeNull();
    }
  });
});
