import { describe, expect, it } from "vitest";
import { choosesSensitive, groupOf, toggled, tooMany } from "@/lib/answering/choices";
import standard from "@/lib/survey/default-questionnaire.json";
import { itemsOf } from "@/lib/survey/items";
import { type Item, questionnaireSchema } from "@/lib/survey/questionnaire";

const questionnaire = questionnaireSchema.parse(standard);

function find<T extends Item["type"]>(id: string, type: T): Extract<Item, { type: T }> {
  const item = itemsOf(questionnaire).find((candidate) => candidate.id === id);
  if (item?.type !== type) throw new Error(`${id} is no ${type}`);
  return item as Extract<Item, { type: T }>;
}

const levers = find("B3", "multi");
const reasons = find("B1", "grouped");

describe("several choices", () => {
  it("ticks and unticks", () => {
    expect(toggled(levers, [], "pay")).toEqual(["pay"]);
    expect(toggled(levers, ["pay"], "hours")).toEqual(["pay", "hours"]);
    expect(toggled(levers, ["pay", "hours"], "pay")).toEqual(["hours"]);
    expect(toggled(levers, ["pay"], "pay")).toBeNull();
  });

  it("lets 'prefer not to say' stand alone, both ways", () => {
    expect(toggled(levers, ["pay", "hours"], "na")).toEqual(["na"]);
    expect(toggled(levers, ["na"], "pay")).toEqual(["pay"]);
    expect(toggled(levers, ["na"], "na")).toBeNull();
  });

  it("says which question has more choices than it allows", () => {
    const section = { id: "s", title: {}, items: [levers] };
    expect(tooMany(section, { B3: ["pay", "hours"] })).toEqual([]);
    expect(tooMany(section, { B3: ["pay", "hours", "dev"] })).toEqual([
      { item: "B3", n: 3, max: 2 },
    ]);
  });
});

describe("a reason in two steps", () => {
  it("finds the heading under which the reason stands", () => {
    expect(groupOf(reasons, "A3")).toBe("workplace");
    expect(groupOf(reasons, "X0")).toBe("none");
    expect(groupOf(reasons, undefined)).toBeNull();
  });

  it("shows the sign-posts at bullying, silence and ill health, and nowhere else", () => {
    const shown = reasons.groups
      .flatMap((group) => group.options.map(({ code }) => code))
      .filter((code) => choosesSensitive(reasons, code));
    expect(shown).toEqual(["A10", "A11", "A14"]);
    expect(choosesSensitive(find("B2", "multi"), ["A3", "A14"])).toBe(true);
    expect(choosesSensitive(reasons, undefined)).toBe(false);
  });
});
