import { expect, it } from "vitest";
import { askedPage } from "@/lib/reports/page-address";

it("knows a report's page, the latest or a version for ever, whatever a mailer hangs on to its address", () => {
  const latest = { path: "/reports/2026-Q3", quarter: "2026-Q3", version: null };
  expect(askedPage("/reports/2026-Q3")).toEqual(latest);
  expect(askedPage("/reports/2026-Q3?utm_source=mail")).toEqual(latest);
  expect(askedPage("/reports/2026-Q3/v/12")).toMatchObject({ quarter: "2026-Q3", version: 12 });
});

it.each([
  "/reports",
  "/reports/2026-Q5",
  "/reports/2026-Q3/",
  "/reports/2026-Q3.pdf",
  "/reports/2026-Q3/data",
  "/reports/2026-Q3/v/0",
  "/reports/2026-Q3/v/1/x",
  "/hr/reports/2026-Q3",
  "//reports/2026-Q3",
])("leaves %s to the pages that are made for each reader", (address) => {
  expect(askedPage(address)).toBeNull();
});
