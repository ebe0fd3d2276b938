import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { HelpPage } from "@/components/help/help-page";
import { PageHelp } from "@/components/help/page-help";
import { helpedRoutes, helpedWords } from "@/lib/i18n/helped";
import { page, textOf } from "../hr-view/rendered";

const AREAS = ["hr", "operator", "auditor", "reports"] as const;

/** Every page of those who work with the survey and of those who read its reports, as the folders name them. */
const routes = AREAS.flatMap((area) =>
  readdirSync(`app/${area}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page[.]tsx$/.test(file))
    .map((file) => `/${area}/${file.replace(/\/?page[.]tsx$/, "")}`.replace(/\/$/, "")),
).filter((route) => !route.endsWith("/help"));

const sentences = (text: string) => text.match(/\p{L}[.?]/gu)?.length ?? 0;

test("every page of HR, operator, auditor and report has help, and no help is left of a page that is gone", () => {
  expect(routes.length).toBeGreaterThan(40);
  expect([...helpedRoutes()].sort()).toEqual(routes.toSorted());
});

test.each(["sv", "en"] as const)("help is three to six sentences on each page, in %s", (locale) => {
  const found = helpedRoutes().map((route) => {
    const said = textOf(page(<PageHelp route={route} more={null} />, locale));
    return { route, sentences: sentences(said.replace(/^(Hjälp|Help)/, "")) };
  });
  expect(found.filter((one) => one.sentences < 3 || one.sentences > 6)).toEqual([]);
});

test.each(["hr", "operator", "auditor"] as const)(
  "all the help of %s stands on one page, where the help of each page leads",
  (area) => {
    const own = helpedRoutes().filter((route) => route.startsWith(`/${area}`));
    const html = page(<HelpPage area={area} routes={own} words={helpedWords()} />);
    const places = [...html.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(places).size).toBe(own.length);
    expect(helpedWords().length).toBeGreaterThan(10);
  },
);
