import { expect, test } from "vitest";
import { isFromThisSite } from "@/lib/auth/from-this-site";

const asked = (headers: Record<string, string>) => isFromThisSite(new Headers(headers));

test("a form on a page of this site is heard", () => {
  expect(asked({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(asked({ origin: "http://intern.example:3000", host: "intern.example:3000" })).toBe(true);
  const behind = { host: "127.0.0.1:3000", "x-forwarded-host": "sorti.example" };
  expect(asked({ ...behind, origin: "https://sorti.example" })).toBe(true);
});

test("a form on another site is not, nor one that says nothing of where it is from", () => {
  expect(asked({ "sec-fetch-site": "cross-site", origin: "http://a.se", host: "a.se" })).toBe(
    false,
  );
  expect(asked({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(asked({ "sec-fetch-site": "none" })).toBe(false);
  expect(asked({ origin: "https://evil.example", host: "sorti.example" })).toBe(false);
  expect(asked({ origin: "null", host: "sorti.example" })).toBe(false);
  expect(asked({ host: "sorti.example" })).toBe(false);
});
