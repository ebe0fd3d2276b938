import { expect, test } from "vitest";
import { anchorOf, pageOf } from "@/lib/help/page-of";

const ROUTES = ["/hr", "/hr/units", "/hr/units/[code]", "/hr/import/[draft]", "/hr/import/keys"];

test("an address finds the help of its page, whichever unit or file it is about", () => {
  expect(pageOf("/hr", ROUTES)).toBe("/hr");
  expect(pageOf("/hr?slag=primary_care", ROUTES)).toBe("/hr");
  expect(pageOf("/hr/units/VC04?till=2026-09", ROUTES)).toBe("/hr/units/[code]");
  expect(pageOf("/hr/import/0b6f", ROUTES)).toBe("/hr/import/[draft]");
});

test("a page with a name of its own is not taken for one of many", () => {
  expect(pageOf("/hr/import/keys", ROUTES)).toBe("/hr/import/keys");
});

test("a page that does not exist has no help", () => {
  expect(pageOf("/hr/unknown", ROUTES)).toBeNull();
  expect(pageOf("/hr/units/VC04/more", ROUTES)).toBeNull();
  expect(pageOf("", ROUTES)).toBeNull();
});

test("each page's help has a place of its own to lead to", () => {
  expect(ROUTES.map(anchorOf)).toEqual([
    "start",
    "units",
    "units-code",
    "import-draft",
    "import-keys",
  ]);
});
