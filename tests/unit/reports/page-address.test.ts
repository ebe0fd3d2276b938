import { expect, it } from "vitest";
import { askedPage } from "@/lib/reports/page-address";

it("knows a report's page, the latest or a version for ever, whatever a mailer hangs on to its address", () => {
  const latest = { path: "/reports/2026-Q3", quarter: "2026-Q3", version: null };
  expect(askedPage("/reports/2026-Q3")).toEqual(latest);
  expect(askedPage("/reports/2026-Q3?utm_source=mail")).toEqual(latest);
  expect(askedPage("/reports/2026-Q3/v/12")).toMatchObject({ quarter: "2026-Q3", version: 12 });
});

it("knows a report's data, the list, the comparison and the dictionary, each by its own address", () => {
  const data = "/reports/2026-Q3/data";
  expect(askedPage(data)).toEqual({ path: data, quarter: "2026-Q3", version: null });
  expect(askedPage(`${data}?x=1&version=2`)).toEqual({
    ...{ path: `${data}?version=2`, quarter: "2026-Q3", version: 2 },
  });
  const all = (path: string) => ({ path, quarter: null, version: null });
  expect(askedPage("/reports?utm_source=mail")).toEqual(all("/reports"));
  expect(askedPage("/reports/definitions")).toEqual(all("/reports/definitions"));
  expect(askedPage("/reports/compare")).toEqual(all("/reports/compare"));
  const to = "/reports/compare?to=2026-Q1";
  expect(askedPage(`${to}&x=1`)).toEqual(all(to));
});

it.each([
  "/reports/compare?to=2026-Q9",
  "/reports/2026-Q3/data?version=0",
  "/reports/2026-Q3/data?version=x",
  "/reports/catalog.jsonld",
  "/reports/feed.xml",
  "/reports/2026-Q5",
  "/reports/2026-Q3/",
  "/reports/2026-Q3.pdf",
  "/reports/2026-Q3/v/0",
  "/reports/2026-Q3/v/1/x",
  "/hr/reports/2026-Q3",
  "//reports/2026-Q3",
])("leaves %s to the pages that are made for each reader", (address) => {
  expect(askedPage(address)).toBeNull();
});
