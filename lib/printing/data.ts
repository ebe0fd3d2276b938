import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import encodeQR from "qr";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { env, surveyOrigin } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { letterCodeOf } from "@/lib/keys/letter-code";
import { linkKey } from "@/lib/keys/link-key";
import { spacedNumber } from "@/lib/letters/letter";
import { privacyAddress } from "@/lib/mail/addresses";
import { currentManifestHash } from "@/lib/mail/manifest-hash";
import { LETTER_TEMPLATE, type Sheet } from "@/lib/printing/sheet";
import type { Day } from "@/lib/quarters/quarter";
import { groupedLetterCode } from "@/lib/sealing/letter-code";
import { dayInWords } from "@/lib/wording/date";

/** All that the operator is shown of a letter: no person, no unit, no code. */
export type LetterLine = {
  readonly number: string;
  readonly language: "sv" | "en";
  readonly until: Day;
};

async function linesIn(state: "waiting" | "printed", today: Day): Promise<LetterLine[]> {
  const rows = await db("printer").letter.findMany({
    where: { state, until: { gte: today } },
    // By number, which is drawn: the order tells nothing.
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, language, until }) => ({
    number,
    language: localeOf(language),
    until,
  }));
}

/**
 * Letters whose codes still work: those that wait for the printer, and those not yet handed over. `takenBack`:
 * numbers of letters that may lie printed here and are to be destroyed unopened.
 */
export async function lettersToPrint(_actor: OperatorActor, today: Day) {
  const [waiting, printed, gone] = await Promise.all([
    linesIn("waiting", today),
    linesIn("printed", today),
    db("printer").takenBackLetter.findMany({
      where: { until: { gte: today }, was: { not: "handed-over" } },
      orderBy: { number: "asc" },
    }),
  ]);
  return { waiting, printed, takenBack: gone.map(({ number }) => number) };
}

type Stored = { readonly id: string; readonly number: string; readonly language: string };

function sheetOf(letter: Stored & { readonly until: Day }, manifestHash: string): Sheet {
  const { SORTI_OPERATOR: operator, SORTI_REGION: region } = env();
  const language = localeOf(letter.language);
  const t = translator(language, "letters");
  const code = letterCodeOf(linkKey(), letter.id);
  const page = new URL("/svar", surveyOrigin());
  const privacy = new URL(privacyAddress());
  return {
    language,
    number: t("sheet.number", { number: spacedNumber(letter.number) }),
    sender: t("sheet.sender", { operator, region }),
    heading: t("sheet.heading"),
    paragraphs: [t("sheet.ask", { region }), t("sheet.promise")],
    how: t("sheet.how"),
    scan: t("sheet.scan"),
    address: `${page.host}${page.pathname}`,
    type: t("sheet.type"),
    code: groupedLetterCode(code),
    qr: encodeQR(`${page}#${code}`, "svg", { ecc: "medium", border: 2 }),
    qrWords: t("sheet.qr"),
    forgiving: t("sheet.forgiving"),
    after: [
      t("sheet.until", { until: dayInWords(letter.until, language) }),
      ...["handled", "receipt", "talk", "posts"].map((key) => t(`sheet.${key}`)),
    ],
    small: [
      t("sheet.privacy", { address: `${privacy.host}${privacy.pathname}` }),
      t("sheet.hash", { manifestHash }),
      t("sheet.hashWhy"),
    ],
  };
}

let compiler: NodeCompiler | undefined;

function typeset(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  compiler ??= NodeCompiler.create();
  const t = translator("sv", "letters");
  const title = t(sheets.length === 1 ? "sheet.title" : "sheet.titleMany");
  const inputs = { letters: JSON.stringify(sheets), title, author: env().SORTI_OPERATOR };
  try {
    const document = { mainFileContent: LETTER_TEMPLATE, inputs };
    return new Uint8Array(compiler.pdf(document, { pdfStandard: "ua-1" }));
  } finally {
    // What was set is remembered for speed, and it holds codes.
    compiler.evictCache(0);
  }
}

/**
 * The letters of these numbers as one tagged PDF, a page each in drawn order; null when none of them is
 * there. Only reads: an interrupted print loses nothing, and printed again a letter has the same code.
 * Throws `NoRound` when no quarter is open.
 */
export async function printLetters(
  _actor: OperatorActor,
  numbers: readonly string[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const letters = await db("printer").letter.findMany({
    where: { number: { in: [...numbers] }, state: { not: "handed-over" } },
    orderBy: { number: "asc" },
  });
  if (letters.length === 0) return null;
  const manifestHash = await currentManifestHash();
  return typeset(letters.map((letter) => sheetOf(letter, manifestHash)));
}
