import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { catalogues } from "@/lib/i18n/catalogues";
import { NOTICE, NOTICE_FIGURES } from "@/lib/privacy/notice";
import { texts } from "../i18n/reading";

const WORDS = {
  sv: {
    region: "[Regionen]",
    operator: "[Den externa parten]",
    mail: "[mejladress]",
    note: "Samma text som på sidan `/privacy`, för den som vill skriva ut den. Det som står inom hakparentes fyller sidan i.",
  },
  en: {
    region: "[The region]",
    operator: "[The external party]",
    mail: "[e-mail address]",
    note: "The same text as on the page `/privacy`, for whoever wants to print it. The page fills in what stands in brackets.",
  },
} as const;

/** The notice as a document: the page's sentences in its order. */
function written(locale: "sv" | "en"): string {
  const { region, operator, mail, note } = WORDS[locale];
  const messages = catalogues(locale)["privacy"] as Record<string, string>;
  const t = createTranslator({ locale, messages });
  const about = { ...NOTICE_FIGURES, region, operator };
  const plain = (key: string) =>
    t.markup(key, { ...about, mail: () => mail, security: (chunks: string) => chunks });
  const sections = NOTICE.map(({ id, parts }) =>
    [`## ${plain(`${id}.name`)}`, ...parts.map((part) => plain(`${id}.${part}`))].join("\n\n"),
  );
  return `${[`# ${plain("heading")}`, note, plain("why"), ...sections].join("\n\n")}\n`;
}

describe.each(["sv", "en"] as const)("the privacy notice in %s", (locale) => {
  test("shows every sentence that is written for it", () => {
    const shown = NOTICE.flatMap(({ id, parts }) => ["name", ...parts].map((p) => `${id}.${p}`));
    const paths = texts(catalogues(locale)["privacy"] ?? {}).map(([path]) => path);
    expect(paths.filter((path) => path.includes(".")).sort()).toEqual([...shown].sort());
  });

  test("is the same on paper as on the page", () => {
    expect(readFileSync(`docs/privacy-notice.${locale}.md`, "utf8")).toBe(written(locale));
  });
});
