import { expect, test } from "vitest";
import { securityTxt } from "@/lib/transparency/security-txt";

test("security.txt says whom to tell, in which languages, and expires half a year ahead", () => {
  const now = new Date("2026-11-22T05:30:00Z");
  expect(securityTxt("mailto:sakerhet@sorti.example", "https://svar.sorti.example", now)).toBe(
    [
      "Contact: mailto:sakerhet@sorti.example",
      "Expires: 2027-05-21T00:00:00.000Z",
      "Preferred-Languages: sv, en",
      "Canonical: https://svar.sorti.example/.well-known/security.txt",
      "Policy: https://svar.sorti.example/security#report",
      "",
    ].join("\n"),
  );
});
