import paraphrases from "./paraphrases.json";
import texts from "./texts.json";

type Kind = keyof typeof texts.sv;

const KINDS: readonly Kind[] = ["load", "lead", "pay", "dev", "change", "life"];

const CODE: Readonly<Record<Kind, string>> = {
  load: "workload",
  lead: "leadership",
  pay: "pay",
  dev: "development",
  change: "organisation",
  life: "private",
};

const sentencesOf = (kind: Kind): readonly string[] =>
  [texts.sv[kind], texts.en[kind]].flatMap(({ why, more, change }) => [...why, ...more, ...change]);

/** Of so many comments one is told in the report; the others only count in their themes. */
const TOLD_EVERY = 5;

/** What the demonstration's readers make of its invented comments; `n`: how many they have read before. */
export function readInDemonstration(
  written: Readonly<Record<string, string>>,
  n: number,
): { readonly codes: readonly string[]; readonly paraphrase: string | null } {
  const all = Object.values(written).join("\n");
  const kinds = KINDS.filter((kind) => sentencesOf(kind).some((one) => all.includes(one)));
  const [first] = kinds;
  if (first === undefined) return { codes: ["other"], paraphrase: null };
  const told = paraphrases[first];
  const paraphrase = n % TOLD_EVERY === 0 ? told[(n / TOLD_EVERY) % told.length] : undefined;
  return { codes: kinds.slice(0, 3).map((kind) => CODE[kind]), paraphrase: paraphrase ?? null };
}
