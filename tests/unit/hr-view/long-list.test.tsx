import { expect, test } from "vitest";
import { MOST_ROWS } from "@/components/hr/filed-table";
import { ListPage } from "@/components/hr/list/list-page";
import { listView } from "@/components/hr/list/view";
import { MOST_SEARCH, readSearch } from "@/lib/listing/search";
import { openSummaries } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { REGION } from "./region";
import { page, textOf } from "./rendered";

const [some] = openSummaries(REGION, "2025-12", MOTION_POLICY);
/** Two pages and a half. */
const COUNT = 2.5 * MOST_ROWS;
const many = Array.from({ length: COUNT }, (_, i) => ({
  ...(some ?? expect.fail("the region has units")),
  kind: "primary_care",
  code: `U${i + 1}`,
  name: `Enhet ${i + 1}`,
}));
const view = listView({ units: [], all: many }, "2025-12", MOTION_POLICY, {
  kind: "primary_care",
  search: "enhet",
});

test("every unit of a large region can be reached page by page by links, and each page says which units it has", () => {
  const second = page(<ListPage view={view} page={2} />);
  expect(textOf(second).replaceAll(/[\u00a0\u202f]/g, " ")).toContain(
    `Sida 2 av 3: enhet ${MOST_ROWS + 1}–${2 * MOST_ROWS} av ${COUNT}`,
  );
  expect(second).toContain(`/hr/units/U${MOST_ROWS + 1}"`);
  expect(second).not.toContain(`/hr/units/U${MOST_ROWS}"`);
  const kept = "/hr/units?slag=primary_care&amp;sok=enhet";
  expect(second).toContain(`href="${kept}#units"`);
  expect(second).toContain(`href="${kept}&amp;sida=3#units"`);
  expect(page(<ListPage view={view} page={3} />)).not.toContain('rel="next"');
});

test("a search of thousands of letters is refused in a sentence and is no heading", () => {
  const long = "x".repeat(3000);
  const all = listView({ units: [], all: many }, "2025-12", MOTION_POLICY, {
    kind: null,
    search: readSearch(long).search,
  });
  const refused = page(<ListPage view={all} sought={readSearch(long)} />);
  expect(textOf(refused)).toContain(`Sök på högst ${MOST_SEARCH} tecken.`);
  expect(refused.match(/<h1[^>]*>.*?<\/h1>/s)?.[0]).not.toContain("xxx");
});
