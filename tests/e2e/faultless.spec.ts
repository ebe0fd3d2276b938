import { expect, type Page } from "@playwright/test";
import { unopened } from "../support/statements";
import { origin, signIn, test } from "../support/visitor";
import { faultsInBoth } from "./survey-walk";

/** Two addresses of one page have one shape: a quarter, a code, a hash or an id is only which one. */
const shapeOf = (path: string) => path.replace(/[^/]*\d[^/]*/g, "*");

/** Where the links of the page at hand lead, as far as they stay here. */
function links(page: Page): Promise<readonly string[]> {
  return page
    .locator("a[href]")
    .evaluateAll((all) =>
      all.flatMap((one) =>
        one instanceof HTMLAnchorElement && one.origin === location.origin ? [one.pathname] : [],
      ),
    );
}

/** Whether the address gives a page and not a file to keep, or another page's address. */
async function isPage(page: Page, path: string): Promise<boolean> {
  const reply = await page.request.get(origin() + path, { maxRedirects: 0 });
  const { "content-type": type = "", "content-disposition": kept = "" } = reply.headers();
  return reply.status() === 200 && type.startsWith("text/html") && !kept.startsWith("attachment");
}

/** Goes wherever links lead from these pages, to one page of each shape; what is wrong with each. */
async function walkAll(page: Page, from: readonly string[], within: RegExp): Promise<string[]> {
  const ahead = [...from];
  const [asked, seen] = [new Set<string>(), new Set<string>()];
  const found: string[] = [];
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const shape = shapeOf(path);
    if (asked.has(path) || seen.has(shape) || !within.test(path)) continue;
    asked.add(path);
    if (!(await isPage(page, path))) continue;
    seen.add(shape);
    await page.goto(origin() + path);
    found.push(...(await faultsInBoth(page)).map((fault) => `${path}: ${fault}`));
    ahead.push(...(await links(page)));
  }
  process.stdout.write(`free of faults, or not: ${[...seen].sort().join(" ")}\n`);
  expect(seen.size).toBeGreaterThanOrEqual(from.length);
  return found;
}

/** To these no public link leads: they come by mail. */
const BY_MAIL = ["/exit-talk", "/reminders", "/sign-in/link", "/subscription"];

test("every page that anybody can open is free of faults, in light and in dark", async ({
  page,
}) => {
  const everywhere = /^\/(?!svar)/;
  expect(await walkAll(page, ["/", "/withdraw", ...BY_MAIL], everywhere)).toEqual([]);
});

/** The pages of each role; the others are anybody's. */
const OWN = {
  hr: /^\/(?:hr|account)(?:\/|$)/,
  operator: /^\/(?:operator|preview)(?:\/|$)/,
  auditor: /^\/auditor(?:\/|$)/,
} as const;

/** Pages that are there only once somebody has done something: where other tests open them, they count them too. */
const NOT_LINKED = {
  hr: ["/hr/comment/draft", "/hr/import/[draft]"],
  operator: ["/operator/questionnaires/[hash]/edit"],
  auditor: [],
} as const;

for (const role of ["hr", "operator", "auditor"] as const) {
  test(`every page that the ${role} can open is free of faults, in light and in dark`, async ({
    page,
  }) => {
    await signIn(page, role, `/${role}`);
    expect(await walkAll(page, [`/${role}`], OWN[role])).toEqual([]);
    expect(unopened(role)).toEqual(NOT_LINKED[role]);
  });
}
