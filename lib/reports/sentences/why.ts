import type { Figure } from "@/lib/disclosure/figure";
import type { Quarter } from "@/lib/quarters/quarter";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { quarterInWords } from "@/lib/wording/date";
import { listInWords } from "@/lib/wording/names";
import { missingSentence } from "./missing";
import { share, together, type Words } from "./words";

/** The class of reasons that the employer could have changed. */
export const WORKPLACE = "avoidable";

/** That nothing would have helped. */
const NOTHING = "nothing";

/** Levers that are none. */
const NO_LEVER = [NOTHING, "other"];

/** So many are named in a sentence. */
const NAMED = 3;

type Named = { readonly name: Readonly<Record<string, string>>; readonly figure: Figure };

/** *Varför*: what those who left say, in so far as it stands out of the noise. */
export function whySentence(snapshot: ReportSnapshot, words: Words): string {
  const picture = snapshot.survey.pictures[0];
  const missing = missingSentence(snapshot, words);
  if (picture === undefined) return missing;
  if (picture.people.kind !== "about" || picture.avoidable.kind !== "about") {
    return together(missing, words.say("why.withheld", { cell: snapshot.promise.cell }));
  }
  const said = words.say("why.share", {
    share: share(picture.avoidable.n, words),
    people: picture.people.n,
    ...spanWords(picture, words),
  });
  return together(missing, said, singleSentences(snapshot, words));
}

type Span = { readonly from: string | null; readonly to: string | null };

function spanWords({ from, to }: Span, { locale }: Words) {
  const quarter = (of: string | null) => (of === null ? "" : quarterInWords(of as Quarter, locale));
  return { from: quarter(from), to: quarter(to) };
}

/** Single reasons and levers, and which time they are counted over where it is another than the share's. */
function singleSentences(snapshot: ReportSnapshot, words: Words): string {
  const { reasonSpan, pictures } = snapshot.survey;
  const single = together(
    reasonsSentence(snapshot, words),
    leversSentence(snapshot, words),
    nothingSentence(snapshot, words),
  );
  const isSame = reasonSpan.from === pictures[0]?.from && reasonSpan.to === pictures[0]?.to;
  if (single === "" || isSame) return single;
  return together(words.say("why.longer", spanWords(reasonSpan, words)), single);
}

function reasonsSentence({ survey }: ReportSnapshot, words: Words): string {
  const width = survey.reasonWidth?.more ?? Number.POSITIVE_INFINITY;
  const reasons = survey.reasons
    .filter((reason) => reason.class === WORKPLACE)
    .map(({ name, more }) => ({ name, figure: more }));
  const found = standingOut(reasons, width, words);
  return found === "" ? "" : words.say("why.reasons", { names: found });
}

function leversSentence({ survey }: ReportSnapshot, words: Words): string {
  const levers = survey.levers.filter(({ code }) => !NO_LEVER.includes(code));
  const found = standingOut(levers, survey.leverWidth ?? Number.POSITIVE_INFINITY, words);
  return found === "" ? "" : words.say("why.levers", { names: found });
}

/** How many say that nothing would have helped, where it stands out of the noise. */
function nothingSentence({ survey }: ReportSnapshot, { say }: Words): string {
  const width = survey.leverWidth ?? Number.POSITIVE_INFINITY;
  const nothing = survey.levers.filter(({ code }) => code === NOTHING);
  const [found] = aboveNoise(nothing, width);
  const { people } = survey.reasonSpan;
  if (found?.figure.kind !== "about" || people.kind !== "about") return "";
  return say("why.nothing", { n: found.figure.n, people: people.n });
}

/** What lies above the noise, the most chosen first; what lies inside it may be nothing at all. */
export function aboveNoise<T extends { readonly figure: Figure }>(
  options: readonly T[],
  width: number,
): readonly T[] {
  const size = ({ figure }: T) => (figure.kind === "withheld" ? 0 : figure.n);
  return options.filter((one) => size(one) > width).toSorted((a, b) => size(b) - size(a));
}

function standingOut(options: readonly Named[], width: number, { say, locale }: Words): string {
  const found = aboveNoise(options, width)
    .slice(0, NAMED)
    .map(({ name }) => say("quoted", { text: name[locale] ?? "" }));
  return listInWords(found, locale);
}
