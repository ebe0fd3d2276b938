import { isIn, type NameFilter } from "./bloom";
import type { Finding } from "./finding";
import { anySpelling, capitalOnly } from "./name-list";

type Word = {
  readonly text: string;
  readonly from: number;
  readonly capital: boolean;
  /** Nothing but the beginning, a full stop or a line's end stands before it, so a capital says nothing. */
  readonly opens: boolean;
};

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** After these a capital is more often a place or a system than a person. */
const PLACES = /(?:^|[^\p{L}])(?:i|till|från|vid|in|to|from|at|near)\s$/iu;
/** After these a capital is a person, in the lists or not. */
const CALLED =
  /(?:^|[^\p{L}])(?:heter|hette|kallas|kallad|dr\.?|doktor|doctor|professor|syster|mr\.?|mrs\.?|ms\.?|named|called|chefen|kollegan|läkaren|sköterskan|överläkaren|manager|colleague|boss)\s$/iu;

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.replace(/['’-]+$/, ""),
    from: index,
    capital: /^\p{Lu}\p{Ll}/u.test(word.normalize("NFC")),
    opens: /(?:^|[.!?:…]["”»)]?|\n|[-–•*])\s*["”«(]?$/u.test(text.slice(0, index)),
  }));
}

/** The word itself, and without the genitive's s. */
function spellings(word: string): readonly string[] {
  const small = word.toLowerCase().normalize("NFC");
  const bare = small.replace(/['’]?s$/, "");
  // Klas has no further s in the genitive, so "klass" is no name.
  return bare.length > 2 && bare !== small && !bare.endsWith("s") ? [small, bare] : [small];
}

type Verdict = "name" | "perhaps" | "none";

function judge(word: Word, filter: NameFilter): Verdict {
  const forms = spellings(word.text);
  const parts = word.text.includes("-") ? word.text.split("-").flatMap(spellings) : [];
  const all = [...forms, ...parts].filter((form) => form.length > 1);
  if (all.some((form) => isIn(filter, anySpelling(form)))) return "name";
  return word.capital && all.some((form) => isIn(filter, capitalOnly(form))) ? "perhaps" : "none";
}

/** A word that may be a name becomes one beside another name, or where nothing else explains its capital. */
function isName(at: number, words: readonly Word[], verdicts: readonly Verdict[], text: string) {
  const word = words[at];
  if (!word) return false;
  const before = text.slice(Math.max(0, word.from - 20), word.from);
  if (word.capital && CALLED.test(before)) return true;
  if (verdicts[at] === "name") return true;
  if (verdicts[at] === "none") return false;
  const touches = (other: number) => {
    const [a, b] = [words[Math.min(at, other)], words[Math.max(at, other)]];
    if (!a || !b || verdicts[other] === "none") return false;
    return b.capital && text.slice(a.from + a.text.length, b.from) === " ";
  };
  if (touches(at + 1) || touches(at - 1)) return true;
  return !word.opens && !PLACES.test(before);
}

/** Swedish and other common first and last names, also small and in the genitive. Neighbours are one finding. */
export function nameFindings(text: string, filter: NameFilter): readonly Finding[] {
  const words = wordsOf(text);
  const verdicts = words.map((word) => judge(word, filter));
  const found: { kind: "name"; from: number; to: number }[] = [];
  for (const [at, word] of words.entries()) {
    if (!isName(at, words, verdicts, text)) continue;
    const last = found.at(-1);
    const to = word.from + word.text.length;
    if (last && text.slice(last.to, word.from) === " ") last.to = to;
    else found.push({ kind: "name", from: word.from, to });
  }
  return found;
}
