import { type Finding, matches } from "./finding";

/** Work in health care, by stem: what follows "the only" when it can be one person alone. */
const WORK = [
  "\\p{L}*läkare",
  "\\p{L}*sköters",
  "ssk|usk|dsk|bma|\\p{L}*terapeut|\\p{L}*psykolog|kurator|logoped|dietist|audionom|optiker|ortoptist|\\p{L}*gymnast",
  "barnmorsk|sekreterare|receptionist|\\p{L}*chef|samordnare|koordinator|ombud|handledare|vikarie|städare|vårdare",
  "\\p{L}*analytiker|farmaceut|apotekare|tandläkar|tandhygienist|specialist|kirurg",
  "man|mannen|kille|killen|kvinna|kvinnan|tjej|tjejen|svensk|svarta|muslim|anställd|nattpersonal",
  "nurse|doctor|physician|midwife|therapist|psychologist|counsellor|manager|secretary|assistant|dietitian|surgeon|man|woman|physiotherapist|specialist|coordinator|pharmacist|person with|receptionist",
].join("|");

/** Posts that one person holds at a time. */
const POST =
  "(?:verksamhets|enhets|klinik|avdelnings|vårdenhets|vårdcentrals|sektions|region|område?s|biträdande |mottagnings)chef|medicinskt? (?:ledningsansvarig|ansvarig)|\\bMLA\\b|huvudskyddsombud|skyddsombud|fackombud|facklig (?:företrädare|ordförande)|studierektor|smittskyddsläkare|schemaläggare|(?:head|chief) (?:nurse|physician|of (?:department|unit|the (?:unit|department|clinic)))|(?:clinic|unit|ward|department) manager|safety representative|medical director";

const A_WORD_OR_TWO = "(?:[\\p{L}-]+\\s+){0,2}?";

const PATTERNS = [
  `(?:(?:(?:den|som|vår)\\s+)?(?:enda|ende)|(?:the|our|my|as|an)\\s+(?:only|sole))\\s+${A_WORD_OR_TWO}(?:${WORK})\\p{L}*`,
  "(?:jag|vi|i|we)\\s+(?:var|är|blev|har varit|was|am|were|have been)\\s+(?:då\\s+|nu\\s+|still\\s+|then\\s+)?(?:den\\s+|de\\s+|the\\s+)(?:enda|ende|only)(?:\\s+(?:som|med|i|på|who|one|with|in|at)(?:\\s+\\p{L}+)?|(?=[.,;:!?]|$))",
  `(?:ensam|själv)\\s+(?:${WORK})\\p{L}*`,
  `(?:jag|i)\\s+(?:var|är|jobbade som|arbetade som|arbetar som|jobbar som|är anställd som|was|am|worked as|work as)\\s+(?:the\\s+|an?\\s+|både\\s+)?(?:${POST})\\p{L}*`,
  `(?:som|i rollen som|i min roll som|min tjänst som|as|my (?:post|role|job) as)\\s+(?:the\\s+|an?\\s+)?(?:${POST})(?!s?\\p{L}*\\s+(?:borde|måste|ska|bör|kan man|should|must))\\p{L}*`,
].map((source) => new RegExp(source, "giu"));

/** "Den enda logopeden", "jag som verksamhetschef": what can only be true of one person. */
export function onlyFindings(text: string): readonly Finding[] {
  return PATTERNS.flatMap((pattern) => matches("only", text, pattern, { notAfter: /\p{L}/u }));
}
