import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CustodianPart, type CustodianPartView } from "@/components/ceremony/custodian-part";
import { SignByFile } from "@/components/operator/by-file";
import type { TermsView } from "@/components/operator/quarter-view";
import { catalogues } from "@/lib/i18n/catalogues";

const LOCALES = ["sv", "en"] as const;

const html = (locale: (typeof LOCALES)[number], content: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={catalogues(locale)}
      timeZone="Europe/Stockholm"
    >
      {content}
    </NextIntlClientProvider>,
  );

const NOTHING: CustodianPartView = {
  keysUntil: null,
  terms: null,
  answers: null,
  texts: null,
  destroy: [],
};

const EVERYTHING: CustodianPartView = {
  keysUntil: "2026-Q4",
  terms: { quarter: "2026-Q4", state: "waits" },
  answers: { quarter: "2026-Q3", state: "handed-in", checksum: "0123456789abcdef" },
  texts: { quarter: "2026-Q3", state: "waits" },
  destroy: ["2026-Q2"],
};

test.each(LOCALES)(
  "custodian 2's page never asks for a passphrase, whatever waits (%s)",
  (locale) => {
    for (const view of [NOTHING, EVERYTHING]) {
      const page = html(locale, <CustodianPart view={view} />);
      expect(page).not.toContain('type="password"');
      expect(page.match(/type="file"/g)).toHaveLength(1);
    }
  },
);

test.each(LOCALES)(
  "of each task it says which file to fetch and which command to run (%s)",
  (locale) => {
    const page = html(locale, <CustodianPart view={EVERYTHING} />);
    expect([...page.matchAll(/sorti custodian ?[\w.-]*/g)].map(([found]) => found)).toEqual([
      "sorti custodian",
      "sorti custodian 2026-Q4.terms",
      "sorti custodian 2026-Q3.to-open",
      "sorti custodian 2026-Q3.texts-to-open",
      "sorti custodian log.json",
    ]);
    for (const file of ["terms", "answers", "texts"]) expect(page).toContain(`file=${file}&amp;`);
    expect(page).toContain("0123456789abcdef");
  },
);

test("the console asks for the operator's passphrase only when custodian 2 has signed, and never for theirs", () => {
  const deed = async () => {};
  const terms = (state: TermsView["state"]): TermsView => ({
    ...{ state, opens: "2026-10-01", issuingStops: "2026-12-31", k: 8, c: 1, units: 40 },
    hash: "0123456789abcdef",
  });
  const page = (view: TermsView | null) =>
    html(
      "sv",
      <SignByFile
        quarter="2026-Q4"
        terms={view}
        deeds={{ lay: deed, sign: deed }}
        problem={null}
      />,
    );
  const asked = (view: TermsView | null) => page(view).match(/name="passphrase-\d"/g) ?? [];
  expect(asked(null)).toEqual([]);
  expect(asked(terms("waits"))).toEqual([]);
  expect(asked(terms("signed"))).toEqual(['name="passphrase-1"']);
});
