import { isIn, type NameFilter } from "./bloom";
import type { Finding } from "./finding";
import { anySpelling, type ContextKind, capitalOnly, inContext } from "./name-list";

type Word = {
  readonly text: string;
  readonly from: number;
  readonly capital: boolean;
  /** Nothing but the beginning, a full stop or a line's end stands before it, so a capital says nothing. */
  readonly opens: boolean;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** What comes after it. */
  readonly rest: string;
};

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** What may follow a person's name and no word: "Rut är min chef", "Stig, vår chef", "Sol och jag". */
const IS =
  /^(?:,| är| var| is| was) (?:min|vår|my|our) (?:\S+ )?(?:chef|koll|man)|^ (?:och jag|and I) /;
/** After the genitive, what somebody has: "Stigs sätt", but not "Dags att" or "Winters are". */
const HAS = /^ (?!(?:att|för|are|were) )[a-zà-ÿ]/;

function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: whole, index: from }) => {
    const word = whole.replace(/['’-]+$/, "");
    const gap = text.slice(end, from);
    end = from + word.length;
    return {
      text: word,
      from,
      capital: /^\p{Lu}\p{Ll}/u.test(whole.normalize("NFC")),
      opens: /(?:^|[.!?:…]["”»)]?|\n|[-–•*])\s*["”«(]?$/u.test(text.slice(0, from)),
      gap,
      rest: text.slice(end),
    };
  });
}

/** The word itself, and without the genitive's s. */
function spellings(word: string): readonly string[] {
  const small = word.toLowerCase().normalize("NFC");
  const bare = small.replace(/['’]?s$/, "");
  // Klas has no further s in the genitive, so "klass" is no name.
  return bare.length > 2 && bare !== small && !bare.endsWith("s") ? [small, bare] : [small];
}

/**
 * `perhaps`: a name that is also a word, `has` the same in the genitive; `word`: a word that is also a name, and has
 * a capital of its own.
 */
type Verdict = "name" | "perhaps" | "has" | "word" | "none";
type Judged = Word & { readonly verdict: Verdict };

function judge(word: Word, filter: NameFilter): Verdict {
  const forms = spellings(word.text);
  const parts = word.text.includes("-") ? word.text.split("-").flatMap(spellings) : [];
  const all = [...forms, ...parts].filter((form) => form.length > 1);
  if (all.some((form) => isIn(filter, anySpelling(form)))) return "name";
  if (!word.capital) return "none";
  if (forms.some((form) => isIn(filter, inContext("word", form)))) return "word";
  const ordinary = all.filter((form) => isIn(filter, capitalOnly(form)));
  if (ordinary.length === 0) return "none";
  return ordinary.every((form) => form !== forms[0] && form === forms[1]) ? "has" : "perhaps";
}

const mayBe = (word: Judged) => word.verdict !== "none" && word.verdict !== "word";

/** Has a capital, right after the word before. */
const follows = ({ gap, capital }: Word) => gap === " " && capital;

type Tells = (kind: ContextKind, word: string) => boolean;

/** Where a capital says nothing, what follows does: "Stig sa", "Ruts schema", "Björn och Eva". */
function isPerson({ verdict, rest }: Judged, after: readonly Judged[], tells: Tells): boolean {
  if (IS.test(rest) || (verdict === "has" && HAS.test(rest))) return true;
  const [next, other] = after;
  if (next?.gap !== " ") return false;
  if (tells("does", next.text)) return true;
  return /^(?:och|and)$/.test(next.text) && !!other && follows(other) && mayBe(other);
}

/** A word that may be a name becomes one beside another name, or where nothing else explains its capital. */
function isName(at: number, words: readonly Judged[], tells: Tells): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return false;
  const { capital, gap, verdict } = word;
  const told = (kind: ContextKind) => tells(kind, (before?.text ?? "").toLowerCase() + gap.trim());
  if (capital && told("before")) return true;
  if (verdict === "name" || verdict === "none") return verdict === "name";
  if (before && follows(word) && mayBe(before)) return true;
  if (after && follows(after) && mayBe(after)) return true;
  if (word.opens || verdict === "word") return isPerson(word, words.slice(at + 1, at + 3), tells);
  return !told("place");
}

/** Swedish and other common first and last names, also small and in the genitive. Neighbours are one finding. */
export function nameFindings(text: string, filter: NameFilter): readonly Finding[] {
  const words = wordsOf(text).map((word) => ({ ...word, verdict: judge(word, filter) }));
  const tells: Tells = (kind, word) => isIn(filter, inContext(kind, word));
  const found: { kind: "name"; from: number; to: number }[] = [];
  for (const [at, word] of words.entries()) {
    if (!isName(at, words, tells)) continue;
    const last = found.at(-1);
    const to = word.from + word.text.length;
    if (last && text.slice(last.to, word.from) === " ") last.to = to;
    else found.push({ kind: "name", from: word.from, to });
  }
  return found;
}
