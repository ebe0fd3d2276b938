import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openData } from "@/lib/reports/open-data";
import { snapshotSchema } from "@/lib/reports/snapshot";
import { demoFacts } from "./demo-facts";
import { page, published, text } from "./rendered";

const FIRST_SHAPE = "tests/unit/reports/frozen/first-shape.json";

const report = published(demoFacts());

/** Each found after the one before it. */
function inOrder(said: string, questions: readonly string[]): number[] {
  let from = 0;
  return questions.map((question) => {
    const at = said.indexOf(question, from);
    from = Math.max(from, at);
    return at;
  });
}

describe("a politician who reads the first page can answer", () => {
  it.each([
    [
      "sv",
      [
        "Fyra av 30 vårdcentraler har haft minst 10 % personalomsättning varje år 2023–2025.",
        "På Björken och Älvstranden är avgångarna fler än slumpen brukar ge. På Lindgården och Rönnby kan det vara slump.",
        "säger att det viktigaste skälet fanns på arbetsplatsen",
        "en är klar med sin åtgärd och två arbetar med sina. Lindgården saknar beslutad åtgärd.",
        "Beslutat men inte påbörjat: Samtal om arbetsbelastning i varje yrkesgrupp (Älvstranden).",
      ],
    ],
    [
      "en",
      [
        "Four of 30 health centres have had a staff turnover of at least 10% every year 2023–2025.",
        "At Björken and Älvstranden there are more departures than chance usually gives. At Lindgården and Rönnby it can be chance.",
        "say that the main reason was at the workplace",
        "one has completed the action and two are working on it. Lindgården has no action decided.",
        "Decided but not begun: Samtal om arbetsbelastning i varje yrkesgrupp (Älvstranden).",
      ],
    ],
  ] as const)(
    "which centres are flagged, whether it is chance, why people leave, what was done, what is proposed (%s)",
    (locale, answers) => {
      const said =
        text(page(report, locale)).split(/Motionens första krav|The motion’s first demand/)[0] ??
        "";
      expect(inOrder(said, answers).every((at) => at >= 0)).toBe(true);
    },
  );
});

describe("the page", () => {
  const html = page(report, "sv");
  const said = text(html);

  it("quotes each demand of the motion, in the motion's order", () => {
    const places = inOrder(said, [
      "kompletterande anonymiserad exitstrategi för de vårdcentraler som har en personalomsättning på 10 % eller mer under minst 3 år",
      "återkommande återrapportera underlag",
      "förslag på hur samtliga verksamheter får en extern anonymiserad exitstrategi",
      "HR:s kommentar",
      "Så räknar vi, och så skyddas den som svarat",
    ]);
    expect(places.every((at) => at >= 0)).toBe(true);
  });

  it("names every unit that is flagged or stands out, also outside the health centres", () => {
    for (const { name } of report.snapshot.turnover.units) expect(said).toContain(name);
    expect(said).toContain("Akutvårdsavdelningen");
  });

  it("tells who noted an explanation, when, and that it has expired", () => {
    expect(said).toContain("Flytt av barnmorskemottagningen.");
    expect(said).toMatch(
      /Antecknad 4 september 2025 \(HR-chef\), gäller .+–30 september 2026\..* Har löpt ut\./,
    );
  });

  it("works without a script: no event handler, no script, a table for every drawing of answers", () => {
    expect(html).not.toMatch(/<script|\son[a-z]+=/);
    expect(html.match(/<table/g)?.length).toBeGreaterThanOrEqual(12);
  });

  it("says what a missing result means, and when there can be one", () => {
    expect(said).toContain("Visas inte än: färre än 8 svar. Kan visas om ungefär");
    expect(said).toContain("betyder inte att inga problem finns");
  });
});

describe("what the region wrote itself", () => {
  it("is marked as Swedish on the English page, and nowhere on the Swedish one", () => {
    const html = page(report, "en");
    expect(page(report, "sv")).not.toContain('lang="sv"');
    const own = report.snapshot.turnover.units.flatMap(({ actions, explanations }) => [
      ...actions.flatMap(({ what, control }) => [what, control]),
      ...explanations.map(({ what }) => what),
    ]);
    const wrote = [...own, ...(report.snapshot.comments?.told ?? []).map((one) => one.text)];
    const marked = html.replaceAll(/<span lang="sv">[^<]*<\/span>/g, "");
    for (const words of wrote) {
      expect(html).toContain(words);
      expect(marked.replaceAll(/aria-label="[^"]*"/g, "")).not.toContain(words);
    }
    expect(html).not.toContain("\u2063");
  });
});

describe("every table", () => {
  const said = text(page(report, "sv"));

  it("has a number of its own, in the order of the page", () => {
    const numbersOf = (word: string) =>
      [...said.matchAll(new RegExp(` ${word} (\\d+)\\. `, "g"))].map(([, n]) => Number(n));
    const [tables, annexes] = [numbersOf("Tabell"), numbersOf("Bilaga")];
    for (const numbers of [tables, annexes]) {
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    const captions = page(report, "sv").match(/<caption/g) ?? [];
    expect(tables.length + annexes.length).toBe(captions.length);
  });

  it("whose figures do not add up says why", () => {
    expect(said).toContain(
      "får man nämna flera. De antalen blir därför tillsammans fler än svaren",
    );
    expect(said).toContain("Andelarna blir ändå sällan precis 100 % tillsammans");
    expect(said).toContain("får välja två, så antalen blir tillsammans fler än svaren");
  });
});

describe("a report that was frozen before this one could be written", () => {
  const snapshot = snapshotSchema.parse(JSON.parse(readFileSync(FIRST_SHAPE, "utf8")));
  const frozen = { ...report, snapshot };

  it.each(["sv", "en"] as const)("is still read and still tells what it told (%s)", (locale) => {
    const said = text(page(frozen, locale));
    expect(said).toContain("Älvstranden");
    expect(said).toMatch(/Älvstranden har kommit till på listan|Älvstranden has come on the list/);
    expect(said).toMatch(/Visas inte än: färre än 8 svar|Not shown yet: fewer than 8/);
    expect(openData(frozen).rows.map(({ id }) => id)).not.toContain(
      "programme/2027-Q2/plan-taking-part-own-result",
    );
  });
});

describe("a unit that was merged", () => {
  it("says so beside its picture, with the month, and that before and after are not alike", () => {
    const said = text(page(report, "sv"));
    expect(said).toContain(
      "Ny form från januari 2024. Enheten slogs ihop, delades eller bytte form då",
    );
    expect(said).toContain("Varje kvartal räknas i den indelning som gällde då.");
  });
});

describe("a report whose answers could not be opened in time", () => {
  const facts = demoFacts();
  const round = { ...facts.round, answersMissing: "not-opened" } as const;
  const late = published({ ...facts, round, atoms: [], cells: [], themes: [], rounds: [] });

  it("tells all about turnover, and says in the place of the reasons why there are none", () => {
    const said = text(page(late, "sv"));
    const demands = said.indexOf("Motionens första krav");
    const [first, rest] = [said.slice(0, demands), said.slice(demands)];
    const why =
      "Kvartalets egna svar är inte med: nyckelhållarna hade inte öppnat dem när rapporten skulle ut.";
    expect(first).toContain(why);
    expect(first).toContain("Fyra av 30 vårdcentraler");
    expect(rest).toContain("Svaren räcker inte till en bild än");
    expect(rest).toContain(why);
    expect(rest).toContain("Älvstranden");
  });
});

describe("a first report, before anybody has answered", () => {
  const first = published({
    ...demoFacts(),
    atoms: [],
    cells: [],
    themes: [],
    rounds: [],
    before: null,
    comment: null,
  });

  it.each(["sv", "en"] as const)("still says where, and what cannot be said yet (%s)", (locale) => {
    const said = text(page(first, locale));
    const words = {
      sv: [
        "Det här är den första rapporten.",
        "Det går inte att säga än. Det krävs 30 svar",
        "HR har inte lämnat",
      ],
      en: [
        "This is the first report.",
        "It cannot be said yet. A picture takes 30 answers",
        "HR has left no",
      ],
    }[locale];
    for (const sentence of words) expect(said).toContain(sentence);
  });
});
