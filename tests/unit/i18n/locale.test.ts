import { expect, test } from "vitest";
import { localeOf } from "@/lib/i18n/locale";

test("Swedish is spoken until another language that we have is chosen", () => {
  expect(localeOf(undefined)).toBe("sv");
  expect(localeOf("fi")).toBe("sv");
  expect(localeOf("")).toBe("sv");
  expect(localeOf("en")).toBe("en");
});
