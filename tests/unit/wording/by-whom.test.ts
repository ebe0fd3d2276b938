import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { byWhom } from "@/lib/wording/by-whom";

test("what acted instead of a person is named in the reader's language, and a person by name", () => {
  const t = translator("sv", "byWhom");
  expect(byWhom("Karin Sundell", t)).toBe("Karin Sundell");
  expect(byWhom("command line: sorti import", t)).toBe("serverns kommandorad (sorti import)");
  expect(byWhom("command line: demonstration", t)).toBe("demonstrationen");
  expect(byWhom("demonstration", translator("en", "byWhom"))).toBe("the demonstration");
});
