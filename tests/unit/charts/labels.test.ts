import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around, inside, overlaps } from "@/components/charts/geometry";
import { placeLabels, textBox } from "@/components/charts/label-placement";
import { textWidth } from "@/components/charts/text-width";

const AREA = { x: 0, y: 0, width: 716, height: 340 };
const NAMES = ["Björken", "Klockarberget", "Lindgården", "Rönnby", "Tallmon", "Älvstranden"];

const place = fc.record({
  x: fc.double({ min: 20, max: 700, noNaN: true }),
  y: fc.double({ min: 20, max: 320, noNaN: true }),
});

describe("names on a chart can be read", () => {
  it("never lets a name touch another name, a point, or the edge of the plot", () => {
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(place, { maxLength: 30 }),
        (named, plain) => {
          const hard = [...named.map((p) => around(p, 8)), ...plain.map((p) => around(p, 5))];
          const wants = named.map((at, i) => ({
            id: `${i}`,
            text: NAMES[i] ?? "",
            at,
            reach: 11,
            strong: i % 2 === 0,
          }));
          const boxes = placeLabels(wants, { hard, soft: [], area: AREA }).map((l) =>
            textBox(l.text, l, l.anchor, l.strong),
          );
          for (const [i, box] of boxes.entries()) {
            expect(inside(box, AREA)).toBe(true);
            expect(hard.some((h) => overlaps(h, box))).toBe(false);
            expect(boxes.some((other, k) => k !== i && overlaps(other, box))).toBe(false);
          }
        },
      ),
    );
  });

  it("sets a lone name to the right of its point", () => {
    const want = { id: "a", text: "Björken", at: { x: 100, y: 100 }, reach: 11, strong: true };
    const [label] = placeLabels([want], { hard: [], soft: [], area: AREA });
    expect(label).toMatchObject({ x: 111, y: 104.5, anchor: "start", far: false });
  });

  it("turns to the left where the plot ends", () => {
    const want = { id: "a", text: "Älvstranden", at: { x: 700, y: 100 }, reach: 11, strong: true };
    const [label] = placeLabels([want], { hard: [], soft: [], area: AREA });
    expect(label).toMatchObject({ anchor: "end", x: 689 });
  });

  it("leaves a name out rather than print it over another mark", () => {
    const want = { id: "a", text: "Björken", at: { x: 100, y: 100 }, reach: 11, strong: true };
    expect(placeLabels([want], { hard: [AREA], soft: [], area: AREA })).toEqual([]);
  });

  it("reckons bold and long texts as wider", () => {
    expect(textWidth("18,4", true)).toBeGreaterThan(textWidth("18,4"));
    expect(textWidth("Klockarberget")).toBeGreaterThan(textWidth("Nyhem"));
  });
});
