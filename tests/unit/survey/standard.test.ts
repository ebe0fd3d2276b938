import { describe, expect, it } from "vitest";
import standard from "@/lib/survey/default-questionnaire.json";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

const items = itemsOf(questionnaireSchema.parse(standard));
const find = (id: string) => items.find((item) => item.id === id);

describe("the standard exit questionnaire", () => {
  it("asks HME in SKR's and RKA's own words", () => {
    const hme = items.filter((item) => item.type === "scale5" && item.index);
    expect(hme.map((item) => item.text["sv"])).toEqual([
      "Mitt arbete känns meningsfullt.",
      "Jag lär nytt och utvecklas i mitt dagliga arbete.",
      "Jag ser fram emot att gå till arbetet.",
      "Min närmaste chef visar uppskattning för mina arbetsinsatser.",
      "Min närmaste chef visar förtroende för mig som medarbetare.",
      "Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete.",
      "Jag är insatt i min arbetsplats mål.",
      "Min arbetsplats mål följs upp och utvärderas på ett bra sätt.",
      "Jag vet vad som förväntas av mig i mitt arbete.",
    ]);
  });

  it("marks the three harshest reasons, wherever they can be chosen", () => {
    const marked = items.flatMap((item) =>
      optionsOf(item).flatMap((option) => (option.sensitive ? [`${item.id} ${option.code}`] : [])),
    );
    expect(marked).toEqual(["B1 A10", "B1 A11", "B1 A14", "B2 A10", "B2 A11", "B2 A14"]);
  });

  it("offers the same reasons as main reason and as further reasons", () => {
    const [main, further] = ["B1", "B2"].map((id) => {
      const item = find(id);
      return item ? optionsOf(item).map((option) => [option.code, option.text]) : [];
    });
    expect(main).toHaveLength(29);
    expect(further).toEqual(main);
  });

  it("lets every choice be declined", () => {
    const choices = items.filter((item) => optionsOf(item).length > 0);
    const open = choices.filter((item) => !optionsOf(item).some((option) => option.noAnswer));
    expect(choices).toHaveLength(10);
    expect(open).toEqual([]);
  });

  it("uses neutral headings: no person is told that their reason is avoidable", () => {
    const reasons = find("B1");
    const headings = reasons?.type === "grouped" ? reasons.groups.map((g) => g.text["sv"]) : [];
    expect(headings).toEqual([
      "Livet utanför arbetet",
      "Förändringar i verksamheten",
      "Ny möjlighet",
      "Arbetsplatsen",
      "Annat skäl",
      "Vill inte svara",
    ]);
  });
});
