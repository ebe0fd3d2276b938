import type { Figure } from "@/lib/disclosure/figure";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { listInWords } from "@/lib/wording/names";
import { missingSentence } from "./missing";
import { share, together, type Words } from "./words";

/** The class of reasons that the employer could have changed. */
export const WORKPLACE = "avoidable";

/** Levers that are none: nothing would have helped, or something else. */
const NO_LEVER = ["nothing", "other"];

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
  });
  return together(missing, said, reasonsSentence(snapshot, words), leversSentence(snapshot, words));
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
