import fc from "fast-check";

/** Stands in every piece of junk: where it is seen again, input came back; where it is seen so, as markup. */
export const CANARY = 'kanari<i>"';

/** What has broken programs before: of a form's fields, of JSON, of addresses, of headers. */
const KNOWN: readonly unknown[] = [
  ...[null, true, -1, 0, 1e308, 2 ** 53, [], {}, [[[[[]]]]], { toString: 1 }, { length: -1 }],
  ...[
    "",
    " ",
    "\u0000",
    "\ud800",
    "\u202e",
    "__proto__",
    "constructor",
    "toString",
    "$K1",
    "$undefined",
  ],
  ...[CANARY, `${CANARY}\r\nSet-Cookie: a=1`, "../../etc/passwd", "%00", "%E5", "' OR 1=1 --"],
  ...[
    "#{7*7}",
    "{{7*7}}",
    "=1+1",
    "A".repeat(43),
    "A".repeat(512),
    "9".repeat(400),
    "å".repeat(2000),
  ],
];

const text = fc.string({ unit: "binary", maxLength: 60 }).map((more) => `${CANARY}${more}`);

/** Any value at all. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Junk as a line of text, as parts of addresses and headers are. */
export const line: fc.Arbitrary<string> = junk.map((value) =>
  typeof value === "string" ? value : JSON.stringify(value),
);

type Fields = Readonly<Record<string, unknown>>;

/** An object that is nearly as it should be: a field with junk in it, without one, or with one too many. */
export function mutated(example: Fields): fc.Arbitrary<unknown> {
  const names = Object.keys(example);
  const name = names.length > 0 ? fc.constantFrom(...names) : fc.constant("none");
  return fc.oneof(
    fc.tuple(name, junk).map(([one, value]) => ({ ...example, [one]: value })),
    name.map((one) => Object.fromEntries(Object.entries(example).filter(([key]) => key !== one))),
    fc.tuple(line, junk).map(([one, value]) => ({ ...example, [one]: value })),
    fc.constant([example]),
    fc.constant(example),
    junk,
  );
}
