import { type Finding, LETTER, matches } from "./finding";

/** Work in health care, by stem: what follows "the only" when it can be one person alone. */
const WORK = [
  `${LETTER}*(?:läkare|sköters|terapeut|psykolog|gymnast|chef|analytiker)`,
  "ssk|usk|dsk|bma|kurator|logoped|dietist|audionom|optiker|ortoptist",
  "barnmorsk|sekreterare|receptionist|samordnare|koordinator|ombud|handledare|vikarie|städare|vårdare",
  "farmaceut|apotekare|tandläkar|tandhygienist|specialist|kirurg",
  "man|kille|kvinna|tjej|svensk|svarta|muslim|anställd|nattpersonal",
  "nurse|doctor|physician|midwife|therapist|psychologist|counsellor|manager|secretary|assistant|dietitian|surgeon|woman|physiotherapist|coordinator|pharmacist|person with",
].join("|");

/** Posts that one person holds at a time. */
const POST =
  "(?:verksamhets|enhets|klinik|avdelnings|vårdenhets|vårdcentrals|sektions|region|område?s|biträdande |mottagnings)chef|medicinskt? (?:ledningsansvarig|ansvarig)|\\bMLA\\b|huvudskyddsombud|skyddsombud|fackombud|facklig (?:företrädare|ordförande)|studierektor|smittskyddsläkare|schemaläggare|(?:head|chief) (?:nurse|physician|of (?:department|unit|the (?:unit|department|clinic)))|(?:clinic|unit|ward|department) manager|safety representative|medical director";

const A_WORD_OR_TWO = `(?:(?:${LETTER}|-)+\\s+){0,2}?`;

const PATTERNS = [
  `(?:(?:(?:den|som|vår)\\s+)?(?:enda|ende)|(?:the|our|my|as|an)\\s+(?:only|sole))\\s+${A_WORD_OR_TWO}(?:${WORK})${LETTER}*`,
  `(?:jag|vi|i|we)\\s+(?:var|är|blev|har varit|was|am|were|have been)\\s+(?:då\\s+|nu\\s+|still\\s+|then\\s+)?(?:den\\s+|de\\s+|the\\s+)(?:enda|ende|only)(?:\\s+(?:som|med|i|på|who|one|with|in|at)(?:\\s+${LETTER}+)?|(?=[.,;:!?]|$))`,
  `(?:ensam|själv)\\s+(?:${WORK})${LETTER}*`,
  `(?:jag|i)\\s+(?:var|är|jobbade som|arbetade som|arbetar som|jobbar som|är anställd som|was|am|worked as|work as)\\s+(?:the\\s+|an?\\s+|både\\s+)?(?:${POST})${LETTER}*`,
  `(?:som|i rollen som|i min roll som|min tjänst som|as|my (?:post|role|job) as)\\s+(?:the\\s+|an?\\s+)?(?:${POST})(?!s?${LETTER}*\\s+(?:borde|måste|ska|bör|kan man|should|must))${LETTER}*`,
].map((source) => new RegExp(source, "gi"));

/** "Den enda logopeden", "jag som verksamhetschef": what can only be true of one person. */
export function onlyFindings(text: string): readonly Finding[] {
  return PATTERNS.flatMap((pattern) => matches("only", text, pattern, { notAfter: /\p{L}/u }));
}
