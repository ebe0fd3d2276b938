import { expect, test } from "vitest";
import { translator } from "@/lib/i18n/translator";
import { reportFeed } from "@/lib/reports/feed";
import type { Words } from "@/lib/reports/sentences/words";
import { demoFacts } from "./demo-facts";
import { published } from "./rendered";

const place = {
  origin: "https://svar.example",
  path: "/reports/feed.xml",
  region: "Region Å & Ä",
  operator: "Mätbyrån Norr",
};
const wordsIn = (locale: "sv" | "en"): Words => ({
  say: translator(locale, "report"),
  numeral: (n) => translator(locale, "common")("numeral", { n }),
  locale,
});

const first = published(demoFacts());
const corrected = {
  ...first,
  version: 2,
  note: "Antalet på <Björken> är rättat.",
  publishedOn: "2026-12-01",
};
const ids = (xml: string) => [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);

test("each version is an entry whose id is its permanent address, and stays it when others come", () => {
  const before = reportFeed([first], place, wordsIn("sv"));
  const after = reportFeed([corrected, first], place, wordsIn("sv"));
  const entry = (version: number) => `https://svar.example/reports/2026-Q3/v/${version}`;
  expect(ids(before)).toEqual(["https://svar.example/reports/feed.xml", entry(1)]);
  expect(ids(after)).toEqual(["https://svar.example/reports/feed.xml", entry(2), entry(1)]);
});

test("a correction says in the feed what it corrects, in both languages, and no text breaks the feed", () => {
  const sv = reportFeed([corrected, first], place, wordsIn("sv"));
  expect(sv).toContain('<feed xml:lang="sv" xmlns="http://www.w3.org/2005/Atom">');
  expect(sv).toContain("rättad (version 2)");
  expect(sv).toContain("Antalet på &lt;Björken&gt; är rättat.");
  expect(sv).toContain("<updated>2026-12-01T00:00:00.000Z</updated>");
  expect(reportFeed([corrected], place, wordsIn("en"))).toContain("corrected (version 2)");
});

test("a feed before the first report is a feed without entries", () => {
  expect(reportFeed([], place, wordsIn("sv"))).not.toContain("<entry>");
});
