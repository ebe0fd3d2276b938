import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Machine } from "@/components/keys/machine";
import { KeysApart, MixApart, SignApart } from "@/components/operator/apart";
import { SignFirst } from "@/components/operator/sign-first";
import { catalogues } from "@/lib/i18n/catalogues";

const LOCALES = ["sv", "en"] as const;

function shown(locale: (typeof LOCALES)[number], content: ReactNode): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={catalogues(locale)}
      timeZone="Europe/Stockholm"
    >
      {content}
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

/** The page's commands; FILE stands for the name of a file that is carried. */
function commandsOf(content: ReactNode): readonly string[][] {
  return LOCALES.map((locale) =>
    [...shown(locale, content).matchAll(/sorti (?:[a-z0-9.Q-]+| )+/g)].map(([found]) =>
      found.trim().replace(/[\w-]+\.(json|exchange)/g, "FILE"),
    ),
  );
}

const both = (...commands: string[]) => [commands, commands];

test("the console tells two machines how to make, sign and mix, with the file that goes between them", () => {
  expect(commandsOf(<KeysApart quarter="2026-Q4" />)).toEqual(
    both(
      "sorti keys create 1 2026-Q4",
      "sorti keys create 2 2026-Q4",
      "sorti keys public 2 FILE",
      "sorti keys import-public FILE",
    ),
  );
  expect(commandsOf(<SignApart quarter="2026-Q4" />)).toEqual(
    both(
      "sorti round draft 2026-Q4 FILE",
      "sorti round sign FILE --out FILE",
      "sorti round open 2026-Q4 --signature FILE",
    ),
  );
  expect(commandsOf(<MixApart quarter="2026-Q4" />)).toEqual(
    both(
      "sorti round peel 2026-Q4 --out FILE",
      "sorti round count 2026-Q4 --in FILE",
      "sorti keys destroy",
    ),
  );
});

test("a console that is no demonstration never says that both key holders sign on it", () => {
  const deed = async () => {};
  const first = (units: boolean, told: readonly [string, string] | null) => (
    <SignFirst
      deed={deed}
      apart={{ lay: deed, sign: deed }}
      terms={null}
      quarter="2026-Q4"
      units={units}
      problem={null}
      told={told}
    />
  );
  expect(shown("sv", first(false, ["a", "b"]))).toContain("skriva under här");
  expect(shown("sv", first(false, null))).toContain("var och en på sin dator");
  expect(shown("en", first(false, null))).not.toContain("sign here");
  expect(shown("sv", first(true, null))).toContain("--signature");
});

test("the page of the second key holder's keys names the quarter that a ceremony begins with", () => {
  const machine = { host: "host", custodian: 2, actsHere: false, demo: false } as const;
  const [swedish, english] = commandsOf(<Machine {...machine} first="2027-Q1" />);
  expect(swedish?.[0]).toMatch(/^sorti keys create 2 2027-Q1 sorti keys verify 2 /);
  expect(english).toEqual(swedish);
});
