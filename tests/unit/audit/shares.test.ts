import { expect, test } from "vitest";
import { shareOf } from "@/lib/audit/summed";
import { aboutShare } from "@/lib/disclosure/cell-figures";
import type { Picture } from "@/lib/disclosure/picture";

const OF = { item: "B1", table: "classes", part: ["a"] } as const;

/** `chosen` of `people`, as one picture. */
function pictureOf(chosen: number, people: number): Picture {
  const classes = { a: chosen, b: people - chosen };
  return { n: people, cells: 1, items: { B1: { n: people, cells: 1, options: {}, classes } } };
}

test("the attacker and the report round every share of up to 400 people alike, so that no report is held back for a half", () => {
  const differ: string[] = [];
  for (let people = 6; people <= 400; people += 1) {
    for (let chosen = 0; chosen <= people; chosen += 1) {
      const printed = aboutShare(pictureOf(chosen, people), OF);
      const right = shareOf({ people, counts: { a: chosen, b: people - chosen } }, "a");
      if (printed.kind !== "about" || printed.n !== right) differ.push(`${chosen} of ${people}`);
    }
  }
  expect(differ).toEqual([]);
});
