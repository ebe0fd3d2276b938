import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { askedCookie, languageCookie, sessionCookie, wayCookies } from "@/lib/auth/cookie";

const every = (origin: string) => [
  ...[languageCookie, sessionCookie, askedCookie].map((cookie) => cookie(origin)),
  ...Object.values(wayCookies(origin)),
];

test("over HTTPS a browser holds every cookie to this host by its name, and to HTTPS", () => {
  const cookies = every("https://sorti.example");
  expect(cookies).toHaveLength(8);
  for (const { name, options } of cookies) {
    expect(name).toMatch(/^__Host-sorti-[a-z-]+$/);
    expect(options).toEqual({ httpOnly: true, sameSite: "lax", secure: true, path: "/" });
  }
});

test("without HTTPS, on one's own machine, a cookie has no prefix that a browser would refuse", () => {
  for (const { name, options } of every("http://localhost:3000")) {
    expect(name).toMatch(/^sorti-[a-z-]+$/);
    expect(options.secure).toBe(false);
  }
});

test("no cookie is written past these: by hand, or with a name of its own", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((one) => path.join(folder, one))
      .filter((one) => /[.]tsx?$/.test(one)),
  );
  const holding = (what: RegExp) => files.filter((one) => what.test(readFileSync(one, "utf8")));
  expect(files.length).toBeGreaterThan(700);
  expect(holding(/set-cookie/i)).toEqual([]);
  expect(holding(/(cookies|jar|cookies\(\)\))[.]set\(/).sort()).toEqual([
    "app/language/route.ts",
    "app/sign-in/browser.ts",
    "app/sign-in/demo/route.ts",
  ]);
  expect(holding(/[.]set\(\s*["'`][^"'`]*sorti-/)).toEqual([]);
});
