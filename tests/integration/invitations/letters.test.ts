import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { freePort } from "@/lib/cli/installation";
import { sortiProgram } from "@/lib/cli/program";
import { createInvitations } from "@/lib/invitations/mutations";
import { letterCodeOf } from "@/lib/keys/letter-code";
import { letterTokenHash } from "@/lib/keys/letter-link";
import { linkKey } from "@/lib/keys/link-key";
import { findLetters, hrLetters, takenBackLetters } from "@/lib/letters/data";
import { spacedNumber } from "@/lib/letters/letter";
import { noteHandedOver } from "@/lib/letters/mutations";
import { lettersToPrint, printLetters } from "@/lib/printing/data";
import { markPrinted } from "@/lib/printing/mutations";
import { groupedLetterCode } from "@/lib/sealing/letter-code";
import { asOwner, cleanDatabases } from "../../support/databases";
import { pdfSource, pdfTexts } from "../../support/pdf-text";
import { hr, imported, NOW, TWO_UNITS } from "../imports/region";
import { invited, standing, storedLetters } from "./letters";

const operator = commandLineActor("operator", "Mätbyrån");
const TODAY = "2026-03-10";
const WITHOUT = "1001;V1;2026-03-31;resignation;;;sv;;";
const HIDDEN = "1002;V2;2026-04-30;retirement;;;en;;yes";

/** Stands in for the external party's site: one signed manifest, as the printing asks for it. */
const site: Server = createServer((_request, response) => {
  response.end(JSON.stringify({ manifest: "{}", signatures: ["a", "b"], questionnaire: "{}" }));
});
beforeAll(async () => {
  const port = await freePort();
  vi.stubEnv("SORTI_ORIGIN", `http://127.0.0.1:${port}`);
  site.listen(port, "127.0.0.1");
});
afterAll(() => site.close());
beforeEach(async () => {
  await cleanDatabases();
  await imported("units", TWO_UNITS);
});

const numbers = async () => (await storedLetters()).map(({ number }) => number);
const states = async () => (await storedLetters()).map(({ state }) => state);

test("who has no address, or is protected, gets a letter with a number and a link, once, also when two invite at once", async () => {
  await invited(WITHOUT, HIDDEN, "1003;V2;2026-03-31;resignation;;cia@home.example;sv;;");
  const letters = await storedLetters();
  expect(letters.map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  expect(new Set(letters.map(({ number }) => number)).size).toBe(2);
  for (const { id } of letters) {
    expect(await standing(letterTokenHash(linkKey(), id))).toEqual({ links: 1, cancelled: 0 });
  }
  await Promise.all([createInvitations(hr, NOW), createInvitations(hr, NOW)]);
  expect(await storedLetters()).toEqual(letters);
});

/** The height of the first fold over the sheet's lower edge, in points: 99 mm from the top of an A4. */
const FOLD = 841.89 - (99 / 25.4) * 72;

test("the letters are one tagged PDF, a page each in the person's language; printed again it is the same, byte for byte", async () => {
  await invited(WITHOUT, HIDDEN);
  const pdf = await printLetters(operator, await numbers());
  const source = pdfSource(pdf ?? new Uint8Array()).join("\n");
  expect(source.slice(0, 5)).toBe("%PDF-");
  expect(source).toMatch(/pdfuaid:part>1</);
  expect(source).toMatch(/\/Count 2\b/);
  expect(source).toMatch(/\/Lang \(sv\)/);
  expect(source).toMatch(/\/Lang \(en\)/);
  expect(source.match(/\/S \/Figure\b/g)).toHaveLength(2);
  expect(await printLetters(operator, await numbers())).toEqual(pdf);
  expect(await states()).toEqual(["waiting", "waiting"]);
  expect(await printLetters(operator, ["100000"])).toBeNull();
});

test("a letter says its code once, and on the third that lies outermost only its number and who sends it", async () => {
  await invited(WITHOUT);
  const [letter] = await storedLetters();
  const texts = pdfTexts(
    (await printLetters(operator, [letter?.number ?? ""])) ?? new Uint8Array(),
  );
  const code = groupedLetterCode(letterCodeOf(linkKey(), letter?.id ?? ""));
  expect(texts.filter(({ readings }) => readings.includes(code))).toHaveLength(1);
  const outside = texts.filter(({ y }) => y > FOLD).map(({ readings }) => readings);
  expect(outside).toEqual([
    expect.arrayContaining(["Mätbyrån Norr, på uppdrag av Region Norrsjö"]),
    expect.arrayContaining([`Brev ${spacedNumber(letter?.number ?? "")}`]),
  ]);
  expect(texts.length).toBeGreaterThan(20);
  // Told at the first contact, as in a mail (GDPR article 14.3 b).
  expect(texts.some(({ readings }) => readings.some((one) => one.includes("/privacy")))).toBe(true);
});

test("a letter is printed, noted twice by two operators at once, handed over, and then its invitation has gone", async () => {
  await invited(WITHOUT);
  const [number = ""] = await numbers();
  await noteHandedOver(hr, number);
  expect(await states()).toEqual(["waiting"]);
  await Promise.all([markPrinted(operator, [number]), markPrinted(operator, [number])]);
  expect(await states()).toEqual(["printed"]);
  await Promise.all([noteHandedOver(hr, number), noteHandedOver(hr, number)]);
  await markPrinted(operator, [number]);
  expect(await states()).toEqual(["handed-over"]);
  expect(
    await asOwner("employer", "SELECT state, sent_at IS NULL AS never FROM identity.invitations"),
  ).toEqual([{ state: "sent", never: false }]);
  expect(await printLetters(operator, [number])).toBeNull();
});

test("a cancelled resignation takes its letter back: the number is gone and the code opens nothing", async () => {
  await invited(WITHOUT, HIDDEN.replace("V2", "V1"));
  const before = await storedLetters();
  await markPrinted(
    operator,
    before.map(({ number }) => number),
  );
  await invited(HIDDEN.replace("V2", "V1"), "1009;V1;2026-03-31;retirement;;x@home.example;sv;;");
  const after = await storedLetters();
  expect(after).toHaveLength(1);
  const gone = before.find(({ id }) => id !== after[0]?.id);
  expect(await standing(letterTokenHash(linkKey(), gone?.id ?? ""))).toMatchObject({
    cancelled: 1,
  });
  expect(await standing(letterTokenHash(linkKey(), after[0]?.id ?? ""))).toMatchObject({
    cancelled: 0,
  });
  const number = gone?.number ?? "";
  expect(await takenBackLetters(hr, TODAY)).toEqual([{ number, was: "printed" }]);
  expect((await lettersToPrint(operator, TODAY)).takenBack).toEqual([number]);
  expect(await takenBackLetters(hr, "2026-06-01")).toEqual([]);
});

test("a letter taken back while it is being noted as printed leaves its number, whichever came first", async () => {
  await invited(WITHOUT, HIDDEN.replace("V2", "V1"));
  const all = await numbers();
  await Promise.all([
    markPrinted(operator, all),
    invited(HIDDEN.replace("V2", "V1"), "1009;V1;2026-03-31;retirement;;x@home.example;sv;;"),
  ]);
  const left = await numbers();
  const gone = await takenBackLetters(hr, TODAY);
  expect([...left, ...gone.map(({ number }) => number)].sort()).toEqual([...all].sort());
  expect(gone).toHaveLength(1);
});

test("a letter that lies printed stands when the departure is corrected; one that waits is made anew", async () => {
  await invited(WITHOUT);
  const [waiting] = await storedLetters();
  await invited(WITHOUT.replace("2026-03-31", "2026-03-30"));
  const [renewed] = await storedLetters();
  expect(renewed?.id).not.toBe(waiting?.id);
  await markPrinted(operator, [renewed?.number ?? ""]);
  await invited(WITHOUT.replace("2026-03-31", "2026-03-29"));
  expect(await storedLetters()).toEqual([{ ...renewed, state: "printed" }]);
});

test("HR finds a person's letter by the file's own reference, and sees no code", async () => {
  await invited(WITHOUT, HIDDEN);
  const all = await hrLetters(hr, TODAY);
  const found = await findLetters(hr, ["1002", "1001", "9999"]);
  const hidden = all.find((letter) => letter.protected);
  expect(found).toEqual([
    { ref: "1002", number: hidden?.number },
    { ref: "1001", number: all.find((letter) => !letter.protected)?.number },
    { ref: "9999", number: null },
  ]);
  expect(hidden).toMatchObject({ unit: "Älvstranden", lastDay: "2026-04-30", state: "waiting" });
  const codes = (await storedLetters()).map(({ id }) => letterCodeOf(linkKey(), id));
  for (const code of codes) expect(JSON.stringify([all, found])).not.toContain(code);
});

test("the operator sees numbers, languages and days, and no person, unit or code", async () => {
  await invited(WITHOUT, HIDDEN);
  const { waiting, printed } = await lettersToPrint(operator, TODAY);
  expect(printed).toEqual([]);
  expect(waiting.map((line) => Object.keys(line))).toEqual(
    Array.from({ length: 2 }, () => ["number", "language", "until"]),
  );
  expect(new Set(waiting.map(({ until }) => until))).toEqual(new Set(["2026-05-30", "2026-06-29"]));
  expect((await lettersToPrint(operator, "2026-07-01")).waiting).toEqual([]);
});

/** Runs `sorti letters …` on the printing's day; what it printed. */
async function sortiLetters(...args: readonly string[]): Promise<string> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${TODAY}T12:00:00Z`) });
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  try {
    await (await sortiProgram("letters")).parseAsync(["node", "sorti", "letters", ...args]);
  } finally {
    log.mockRestore();
    vi.useRealTimers();
  }
  return lines.join("\n");
}

test("by command the operator lists, prints and notes letters by their numbers, and meets no name", async () => {
  await invited(WITHOUT, HIDDEN);
  const all = await numbers();
  const listed = await sortiLetters("list");
  for (const number of all) expect(listed).toContain(`${number}\t`);
  expect(listed).toContain("2 letters wait");
  expect(listed).not.toMatch(/1001|1002|V1|V2/);
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-letters-"));
  const file = path.join(folder, "letters.pdf");
  expect(await sortiLetters("print", "--out", file)).toContain("delete it at once");
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(new Uint8Array(readFileSync(file))).toEqual(await printLetters(operator, all));
  rmSync(folder, { recursive: true });
  await expect(sortiLetters("mark", "12")).rejects.toThrow("six digits");
  const [first = ""] = all;
  expect(await sortiLetters("mark", first)).toContain("Noted as sealed");
  expect((await states()).toSorted()).toEqual(["printed", "waiting"]);
  expect(JSON.parse(await sortiLetters("list", "--json"))).toMatchObject({
    printed: [{ number: first }],
  });
});
