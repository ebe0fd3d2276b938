import { expect, test } from "vitest";
import { readSettings } from "@/lib/env";

test("the time for answers on their way cannot be shorter than 72 hours", () => {
  expect(() => readSettings({ SORTI_GRACE_SECONDS: "259199" })).toThrow(
    "The configuration is not usable. SORTI_GRACE_SECONDS: outside the demonstration answers on their way have at least 72 hours, 259200 seconds.",
  );
  expect(readSettings({ SORTI_GRACE_SECONDS: "259200" }).SORTI_GRACE_SECONDS).toBe(259_200);
  expect(readSettings({}).SORTI_GRACE_SECONDS).toBe(259_200);
});

test("the demonstration may shorten it", () => {
  const settings = readSettings({ SORTI_MODE: "demo", SORTI_GRACE_SECONDS: "3" });
  expect(settings.SORTI_GRACE_SECONDS).toBe(3);
});

test("no proxy is trusted unless a number of them is named", () => {
  expect(readSettings({}).SORTI_TRUSTED_PROXIES).toBe(0);
  expect(readSettings({ SORTI_TRUSTED_PROXIES: "2" }).SORTI_TRUSTED_PROXIES).toBe(2);
  expect(() => readSettings({ SORTI_TRUSTED_PROXIES: "-1" })).toThrow("SORTI_TRUSTED_PROXIES");
});
