import { describe, expect, it } from "vitest";
import { openData } from "@/lib/reports/open-data";
import { demoFacts } from "./demo-facts";
import { page, published, rowsPage, text } from "./rendered";

const report = published(demoFacts());
const data = openData(report).rows;

describe("the files, beyond what the sentences speak of,", () => {
  it("hold every question in the files, of every group as far as it may be shown, each with its noise", () => {
    const ids = new Set(data.map(({ id }) => id));
    const group = report.snapshot.survey.pictures.find(({ node }) => node !== "region")?.node;
    const means = ["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "D1", "D2"];
    const wanted = ["region", group].flatMap((node) => {
      const at = `answers/${node}/leaver`;
      return [
        ...means.flatMap((item) => [`${at}/${item}`, `${at}/noise/${item}`]),
        ...["D3/unheard", "D4/less_open", "E2/would_return"].map((item) => `${at}/${item}`),
        ...["B1", "B2", "B3"].map((item) => `${at}/noise/${item}-options`),
        ...["B2-options/A3", "B3-options/load"].map((item) => `${at}/${item}`),
      ];
    });
    const single = ["H1-options/1", "D3-options/no_dare", "E2-options/maybe", "A2-options/nurse"];
    const region = [...single, "A1-options/retire", "A3-options/lt2", "B4-options/private"];
    wanted.push(...region.map((item) => `answers/region/leaver/${item}`));
    wanted.push("answers/region/retiree/B2-options/A3", "answers/region/retiree/A2-options/nurse");
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
    const never = data.filter(({ id }) => {
      const ofGroup = /^answers\/group:.*\/(A[123]|B4|H\d|D\d|E2|E1)-options\//.test(id);
      return ofGroup || /\/retiree\/(B3-options|D3)\//.test(id) || /\/E1-options\//.test(id);
    });
    expect(never.map(({ id }) => id)).toEqual([]);
  });

  it("tell how exit talks cover the region's rule, on the page too, and nothing where few are under it", () => {
    const facts = demoFacts();
    const html = text(page(report, "sv"));
    expect(html).toContain("Av 120 som omfattas av regionens regel har 108 erbjudits");
    const told = data
      .filter(({ of }) => of === "exit-talks")
      .map(({ item, value }) => [item, value]);
    expect(told).toContainEqual(["talks-held", 41]);
    expect(told).toContainEqual(["talks-share", 90]);
    const few = published({ ...facts, talks: facts.talks ? { ...facts.talks, leavers: 9 } : null });
    const hidden = openData(few).rows.filter(({ of }) => of === "exit-talks");
    expect(hidden).toMatchObject([{ kind: "withheld", reason: "few-under-rule" }]);
    expect(text(page(few, "sv"))).toContain("Färre än 10 har omfattats av regionens regel");
    const none = published({ ...facts, talks: null });
    expect(openData(none).rows.filter(({ of }) => of === "exit-talks")).toMatchObject([
      { kind: "withheld", reason: "nobody-invited" },
    ]);
    expect(text(page(none, "sv"))).toContain("ingen som slutade då är inbjuden härifrån");
  });

  it("hold every action and explanation of the units that the report names, word for word", () => {
    const { units } = report.snapshot.turnover;
    const texts = (item: string, of: string) =>
      data
        .filter((row) => row.item === item && row.measure.endsWith(`/${of}`))
        .map(({ text: said }) => said);
    const actions = units.flatMap((unit) => unit.actions);
    const explanations = units.flatMap((unit) => unit.explanations);
    expect(actions.length * explanations.length).toBeGreaterThan(0);
    expect(texts("action", "what")).toEqual(actions.map(({ what }) => what));
    expect(texts("action", "due")).toEqual(actions.map(({ due }) => due));
    expect(texts("explanation", "what")).toEqual(explanations.map(({ what }) => what));
    expect(texts("explanation", "until")).toEqual(explanations.map(({ expires }) => expires));
    const html = text(page(report, "sv"));
    const said = [...texts("action", "what"), ...texts("explanation", "what")];
    expect(said.filter((one) => !html.includes(text(one ?? "")))).toEqual([]);
  });
});

describe("every figure of the report can be followed to its row", () => {
  it.each(["sv", "en"] as const)(
    "each link to the open data leads to a row that is there (%s)",
    (locale) => {
      const rows = rowsPage(report);
      const ids = [...rows.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const there = new Set(ids);
      expect(there.size, "no place has two").toBe(ids.length);
      const links = [...page(report, locale).matchAll(/href="[^"#]*\/data#([^"]+)"/g)];
      const to = links.map(([, id = ""]) => id.replaceAll("&amp;", "&"));
      expect(to.filter((id) => !there.has(id))).toEqual([]);
      const lead = page(report, locale).split("</dl>")[0] ?? "";
      expect(lead.match(/\/data#/g)).toHaveLength(5);
      expect(to.length).toBeGreaterThan(150);
    },
  );
});
