import { describe, expect, it } from "vitest";
import { byName, listInWords } from "@/lib/wording/names";

describe("units stand in the order of the alphabet", () => {
  it("puts å, ä and ö last in Swedish", () => {
    const names = ["Örnsro", "Älvstranden", "Åbrinken", "Videbro", "Alnäs"];
    expect(names.toSorted(byName("sv"))).toEqual([
      "Alnäs",
      "Videbro",
      "Åbrinken",
      "Älvstranden",
      "Örnsro",
    ]);
  });

  it("counts numbers as numbers", () => {
    expect(["Avdelning 10", "Avdelning 2"].toSorted(byName("sv"))).toEqual([
      "Avdelning 2",
      "Avdelning 10",
    ]);
  });

  it("joins names as a sentence would", () => {
    expect(listInWords(["Björken", "Rönnby", "Älvstranden"], "sv")).toBe(
      "Björken, Rönnby och Älvstranden",
    );
    expect(listInWords(["Björken", "Älvstranden"], "en")).toBe("Björken and Älvstranden");
    expect(listInWords([], "sv")).toBe("");
  });
});
