import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawingStyle } from "@/lib/paper/drawing-style";
import { takeDrawings } from "@/lib/paper/drawings";

const looks = (name: string) => readFileSync(`components/ui/${name}.css`, "utf8");
const style = drawingStyle(looks("properties"), [looks("pictures"), looks("marks")]);

describe("a drawing on paper", () => {
  it("has every mark's look with the tokens of paper, and none of a dark screen", () => {
    expect(style).toContain(".solid{ fill: #0e5171; }");
    expect(style).toContain(".strong{ fill: #000; font-weight: 600; }");
    expect(style).toContain(".e{ fill: none; stroke: #555; stroke-width: 1.5; }");
    expect(style).not.toMatch(/var\(|GrayText|#85c3e0/);
  });

  it("is the one of the page's drawings that a sheet has room for, with its words", () => {
    const svg = (width: number) =>
      `<svg class="w${width}" viewBox="0 0 ${width} 10" role="img" aria-label="”A” &amp; B">${width}</svg>`;
    const drawn = `<p>a</p><div class="drawing full">${svg(872)}${svg(600)}${svg(328)}</div><p>b</p>`;
    const { markup, drawings } = takeDrawings(drawn, style);
    expect(markup).toBe('<p>a</p><drawing n="0"/><p>b</p>');
    expect(drawings).toHaveLength(1);
    expect(drawings[0]).toMatchObject({ width: 450, alt: "”A” & B" });
    expect(drawings[0]?.svg).toMatch(/<\/style>600<\/svg>$/);
  });

  it("has no words of its own where it only repeats what stands beside it", () => {
    const mark = '<svg class="vm" viewBox="0 0 26 12" aria-hidden="true"></svg>';
    expect(takeDrawings(mark, style).drawings[0]?.alt).toBe("");
  });
});
