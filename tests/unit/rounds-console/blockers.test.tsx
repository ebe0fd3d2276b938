import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RoundChecks } from "@/components/operator/round-checks";
import { catalogues } from "@/lib/i18n/catalogues";
import { CHECKS, roundChecks } from "@/lib/rounds/console-checks";
import { type Change, factsOf } from "./facts";

const mixed = { state: "mixed", issued: 20 } as const;
const wrong = { next: "missing", asLogged: false, logHolds: false, turnoverKnown: false } as const;

/** Between them, everything that can stand in the way of a report. */
const STUCK: readonly Change[] = [
  { ...wrong, overdue: true },
  { ...wrong, round: mixed, leak: "report" },
  { round: { state: "closed", issued: 20 }, received: 21, leak: "mix" },
  { round: mixed, received: 20, custodianKeysHere: [true, true] },
];

test("whatever stands in the way of a report is a sentence with a link to where it is solved", () => {
  const met = new Set<string>();
  for (const change of STUCK) {
    const facts = factsOf(change);
    const blocks = roundChecks(facts).filter(({ state }) => state === "blocks");
    for (const { id } of blocks) met.add(id);
    for (const locale of ["sv", "en"] as const) {
      const html = renderToStaticMarkup(
        <NextIntlClientProvider
          locale={locale}
          messages={catalogues(locale)}
          timeZone="Europe/Stockholm"
        >
          <RoundChecks facts={facts} k={8} />
        </NextIntlClientProvider>,
      );
      const links = [...html.matchAll(/<a [^>]*href="(#|\/operator)[^"]*"[^>]*>[^<]+<\/a>/g)];
      expect(links).toHaveLength(blocks.length);
    }
  }
  const never = ["late", "given-up", "received", "comment", "texts"];
  expect([...met, ...never].sort()).toEqual([...CHECKS].sort());
});
