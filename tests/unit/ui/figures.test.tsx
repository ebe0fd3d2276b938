import { describe, expect, it } from "vitest";
import { BoundScale } from "@/components/charts/bound-scale";
import { ClassBars } from "@/components/charts/class-bars";
import { TurnoverChart } from "@/components/charts/turnover-chart";
import { UnitGroups } from "@/components/hr/unit-groups";
import { FigureValue } from "@/components/reports/figure-value";
import { rendered } from "./rendered";

describe("survey figures are printed in one way only", () => {
  it("says at least, at most and about before the figure", () => {
    expect(rendered(<FigureValue figure={{ kind: "at-least", n: 5 }} />)).toBe(
      '<span class="bound">minst</span> 5',
    );
    expect(rendered(<FigureValue figure={{ kind: "at-most", n: 1 }} />, "en")).toBe(
      '<span class="bound">at most</span> 1',
    );
    expect(rendered(<FigureValue figure={{ kind: "about", n: 20 }} />)).toBe(
      '<span class="bound">ungefär</span> 20',
    );
    expect(rendered(<FigureValue figure={{ kind: "count", n: 3.1 }} digits={1} />)).toBe("3,1");
  });

  it("gives the reason in words for a withheld figure, never a zero or a dash", () => {
    const withheld = { kind: "withheld", reason: "too-few" } as const;
    expect(rendered(<FigureValue figure={withheld} k={8} />)).toBe(
      '<span class="wh">Visas inte än: färre än 8 svar.</span>',
    );
    expect(rendered(<FigureValue figure={withheld} />, "en")).toBe(
      '<span class="wh">Not shown yet: too few answers.</span>',
    );
  });

  it("hatches the picture of a withheld mean, and draws no point", () => {
    const picture = rendered(<BoundScale figure={{ kind: "withheld", reason: "item-too-few" }} />);
    expect(picture).toContain("hatch");
    expect(picture).not.toContain("circle");
  });

  it("reads a picture aloud with its figures", () => {
    const picture = rendered(
      <ClassBars
        title="Det viktigaste skälet"
        total={8}
        rows={[
          { id: "a", name: "Arbetsplatsen", figure: { kind: "count", n: 5 } },
          { id: "b", name: "Ny möjlighet", figure: { kind: "at-most", n: 2 } },
        ]}
      />,
    );
    expect(picture).toContain(
      'aria-label="Det viktigaste skälet. Arbetsplatsen: 5 av 8, Ny möjlighet: högst 2 av 8."',
    );
  });
});

describe("a chart works without script and on a phone", () => {
  const picture = rendered(
    <TurnoverChart
      series={{
        name: "Lindgården",
        limit: 0.1,
        years: [
          { year: 2024, rate: null },
          { year: 2025, rate: 0.143, low: 0.017, high: 0.516, departures: 2, employees: 14 },
        ],
      }}
    />,
  );

  it("is drawn for the wide column, the tablet and the phone, never scaled", () => {
    expect(picture.match(/<svg class="w\d+" viewBox="0 0 (\d+) /g)).toHaveLength(3);
    for (const width of [872, 600, 328]) expect(picture).toContain(`width="${width}"`);
  });

  it("tells those who do not see it each year's figure and its interval", () => {
    expect(picture).toContain(
      "2024: för få anställda för en siffra, 2025: 14,3\u202f% (1,7–51,6\u202f%).",
    );
  });

  it("carries no colour of its own, and no style that a strict policy would refuse", () => {
    expect(picture).not.toMatch(/style=|#[0-9a-f]{3,6}/i);
  });
});

describe("units are not ranked", () => {
  it("lists them in the order of the alphabet under each verdict, å ä ö last", () => {
    const unit = (name: string) => ({
      code: name,
      name,
      href: `/hr/${name}`,
      verdict: "watch" as const,
    });
    const page = rendered(<UnitGroups units={["Ängsro", "Alnäs", "Åbrinken"].map(unit)} />);
    expect([...page.matchAll(/<a href="[^"]+">([^<]+)</g)].map((m) => m[1])).toEqual([
      "Alnäs",
      "Åbrinken",
      "Ängsro",
    ]);
  });
});
