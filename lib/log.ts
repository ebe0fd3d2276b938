import { PARTS } from "@/lib/parties/part";

/** What a running server says, and how grave it is. The sentence is the event's, never an error's. */
const EVENTS = {
  started: ["info", "Sorti answers on its address."],
  stopping: ["info", "Sorti takes no new requests and finishes what runs."],
  stopped: ["info", "Everything is finished and closed."],
  "stopped-late": ["warning", "Something did not end in time and was left; it is safe to repeat."],
  "keys-destroyed": ["info", "Spent keys that an interrupted run had left are destroyed."],
  "used-links-recalled": [
    "warning",
    "The employer's database did not know of used links: it has been restored. They are noted again.",
  ],
  "disposal-waits": [
    "warning",
    "The clock has moved far, or is ahead of the database's: nothing newer is disposed of until it is right or confirmed.",
  ],
  "clock-confirmed": ["info", "Somebody has looked at the clock; disposal by date goes on."],
  "page-failed": ["error", "A page or call failed."],
  "work-failed": ["error", "Work of the server's own failed; it is tried again."],
  "file-picked-up": ["info", "A file that waited was read."],
  refused: ["warning", "Somebody was turned away; so often since the line before, of this kind."],
  "sign-in-failed": ["warning", "A sign-in by the region's own service failed."],
  "sign-in-mail-failed": ["error", "A mail with a sign-in link did not go."],
  "engine-failed": ["error", "The engine of migrations stopped."],
  "library-spoke": [
    "warning",
    "A library wanted to print something; it may quote a row and is not told.",
  ],
  unforeseen: ["error", "An error that nobody foresaw."],
} as const;
export type Event = keyof typeof EVENTS;

const like = (form: RegExp) => (value: unknown) => typeof value === "string" && form.test(value);
const word = like(/^(?=.{1,40}$)[a-z]+([ -][a-z]+)*$/);
const count = (value: unknown) => Number.isSafeInteger(value);

/** Every field that a line may have beside its time, and what its value must look like to be told. */
const FIELDS = {
  party: (value: unknown) => PARTS.some((one) => one === value),
  /** The server's own public address. */
  origin: like(/^https?:\/\/[\w.:[\]-]+\/?$/),
  /** As its folders are called: no segment of it is anybody's value. */
  route: like(/^(\/(\[(\.\.\.)?[a-z]+\]|\([a-z]+\)|@?[a-z][a-z.-]*))*\/?$/i),
  /** What the server did of itself: the name that it has in the code. */
  work: word,
  /** An error's class, or a library's name for the kind of trouble. */
  failure: like(/^([A-Za-z]{1,60}|[A-Z][A-Z_]{0,59}|refused \d{3}|no connection)$/),
  /** The framework's number of an error, which the failed page shows. */
  number: like(/^\d{1,12}$/),
  outcome: word,
  count,
  milliseconds: count,
} as const;
type Field = keyof typeof FIELDS;
export type Fields = Partial<Readonly<Record<Field, string | number>>>;

export const LINE_FIELDS: readonly string[] = [
  "time",
  "level",
  "event",
  "says",
  ...Object.keys(FIELDS),
];

const NOT_TOLD = "(not told)";

/** One line of the log, as JSON. A value that does not look as its field demands is not told. */
export function logLine(event: Event, fields: Fields, now: Date): string {
  const [level, says] = EVENTS[event];
  const named = Object.entries(FIELDS).flatMap(([name, fits]) => {
    const value = fields[name as Field];
    return value === undefined ? [] : [[name, fits(value) ? value : NOT_TOLD]];
  });
  return JSON.stringify({
    ...{ time: now.toISOString(), level, event, says },
    ...Object.fromEntries(named),
  });
}

/** Writes a line to the standard error: the one place where a running server says anything. */
export function log(event: Event, fields: Fields = {}): void {
  process.stderr.write(`${logLine(event, fields, new Date())}\n`);
}

/** What may be told of an error: its class. Its own words may quote a row. */
export const failureName = (cause: unknown): string =>
  cause instanceof Error ? cause.name : "unknown";

/** Takes note of work of the server's own that failed: which, and the error's class. */
export type Report = (work: string, failure: string) => void;
