import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { buildSurvey } from "@/lib/cli/build-survey";
import standard from "@/lib/survey/default-questionnaire.json";
import { ARABIC, messagesWithArabic } from "../../support/pseudo-arabic";
import { placeholders, texts } from "../i18n/reading";

const FOLDER = "lib/i18n/messages";
const file = (language: string) => `${FOLDER}/${language}/survey.json`;
const read = (language: string) => texts(JSON.parse(readFileSync(file(language), "utf8")));

const swedish = new Map(read("sv"));
const languages = readdirSync(FOLDER).filter((language) => existsSync(file(language)));

describe("a language of the survey is data", () => {
  it("speaks Swedish, English and plain Swedish, page and questions alike", () => {
    expect(languages.sort()).toEqual(["en", "sv", "sv-lattlast"]);
    expect([...standard.languages].sort()).toEqual(languages);
  });

  it("takes in one more language when its file is laid beside the others, and nothing else is done", async () => {
    const outDir = mkdtempSync(path.join(tmpdir(), "survey-languages-"));
    const custodianKeys = ["one", "two"] as const;
    const script = async (messages: object) => {
      const built = await buildSurvey({ outDir, custodianKeys, ...messages });
      const name = built.find(({ file }) => file.endsWith(".js"))?.file ?? "";
      return readFileSync(path.join(outDir, name), "utf8");
    };
    expect(await script({})).not.toContain(ARABIC);
    expect(await script({ messages: messagesWithArabic() })).toContain(ARABIC);
  });

  it.each(languages)("says everything in %s, with the same facts", (language) => {
    const said = read(language);
    expect(said.map(([key]) => key).sort()).toEqual([...swedish.keys()].sort());
    for (const [key, text] of said) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(swedish.get(key) ?? "")]);
      expect(text.trim()).not.toBe("");
    }
  });

  it("keeps plain Swedish plain: sentences of at most 15 words on average 8", () => {
    const sentences = read("sv-lattlast").flatMap(([, text]) => text.split(/(?<=[.?:])\s+/));
    const lengths = sentences.map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(lengths.reduce((sum, n) => sum + n, 0) / lengths.length).toBeLessThan(8);
  });
});

describe("the page turns round for a language written from the right", () => {
  const styles = readdirSync("components/survey").filter((name) => name.endsWith(".css"));

  it.each(styles)("%s names no left and no right", (name) => {
    const style = readFileSync(`components/survey/${name}`, "utf8");
    expect(style).not.toMatch(
      /(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|(?:^|\s)(?:left|right|float: (?:left|right)):/m,
    );
  });
});
