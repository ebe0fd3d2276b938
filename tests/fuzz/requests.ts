import fc from "fast-check";
import { junk, line, mutated } from "./junk";

/** One request, byte by byte as it goes out. */
export type Shot = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

/** Where to aim: an address whose `{…}` are to be filled, what is right there, and an action of a form, if it is one. */
export type Target = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly type?: string;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly action?: string;
  /** How often it is aimed at, beside the others. */
  readonly weight?: number;
};

/** Halves of surrogate pairs have no place in an address. */
const wellFormed = (text: string) => Buffer.from(text).toString();

type Sent = { readonly type: string; readonly body: Buffer };

const EDGE = "fuzz-edge";

function multipart(fields: Readonly<Record<string, unknown>>): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${EDGE}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', "")}"\r\n\r\n${String(JSON.stringify(value))}\r\n`,
  );
  return Buffer.from(`${parts.join("")}--${EDGE}--\r\n`);
}

const asText = (value: unknown) =>
  typeof value === "string" ? value : String(JSON.stringify(value));

const asForm = (value: unknown) =>
  new URLSearchParams(
    Object.entries(Object(value)).map(([name, one]) => [name, wellFormed(asText(one))]),
  ).toString();

const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";
const MULTIPART = `multipart/form-data; boundary=${EDGE}`;

/** A body: nearly right in the way that is right here, right in another way, or no body of any kind. */
function sent({ type, example = {} }: Target): fc.Arbitrary<Sent> {
  const nearly = mutated(example);
  const json = nearly.map((value) => Buffer.from(String(JSON.stringify(value))));
  const form = nearly.map((value) => Buffer.from(asForm(value)));
  const right = (type === FORM_TYPE ? form : json).map((body) => ({
    type: type ?? JSON_TYPE,
    body,
  }));
  const cut = fc
    .tuple(right, fc.nat({ max: 200 }))
    .map(([one, at]) => ({ ...one, body: one.body.subarray(0, at) }));
  const bytes = fc
    .tuple(fc.constantFrom(JSON_TYPE, FORM_TYPE, MULTIPART, "text/plain", ""), fc.uint8Array())
    .map(([kind, body]) => ({ type: kind, body: Buffer.from(body) }));
  const parts = nearly.map((value) => ({ type: MULTIPART, body: multipart(Object(value)) }));
  const deep = fc.constant({ type: JSON_TYPE, body: Buffer.from("[".repeat(20_000)) });
  const long = fc.constant({ type: type ?? JSON_TYPE, body: Buffer.alloc(40_000, "a") });
  return fc.oneof(
    { weight: 8, arbitrary: right },
    { weight: 2, arbitrary: cut },
    { weight: 2, arbitrary: bytes },
    { weight: 2, arbitrary: parts },
    { weight: 1, arbitrary: form.map((body) => ({ type: FORM_TYPE, body })) },
    { weight: 1, arbitrary: fc.oneof(deep, long) },
  );
}

/** What Node itself refuses to send is not sent. */
const headerSafe = (value: string) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?").slice(0, 2000);

const NAMES = [
  ...["accept", "accept-encoding", "accept-language", "authorization", "cookie", "if-none-match"],
  ...["idempotency-key", "next-action", "next-router-prefetch", "next-router-state-tree", "origin"],
  ...["range", "referer", "rsc", "sec-fetch-site", "user-agent", "x-forwarded-for", "next-url"],
  ...["x-forwarded-host", "x-nextjs-data", "x-middleware-subrequest", "content-security-policy"],
];

const COOKIES = ["sorti-session", "sorti-asked", "sorti-locale", "sorti-way-form"];

const header = fc
  .tuple(fc.constantFrom(...NAMES), line)
  .chain(([name, value]) =>
    name === "cookie"
      ? fc
          .constantFrom(...COOKIES)
          .map((cookie) => [name, `${cookie}=${encodeURIComponent(wellFormed(value))}`] as const)
      : fc.constant([name, headerSafe(value)] as const),
  );

const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(header, { maxLength: 4 }) },
);

const part = line.map((value) => encodeURIComponent(wellFormed(value)).slice(0, 500) || "x");
const query = fc.array(
  fc.tuple(
    fc.constantFrom(
      "token",
      "next",
      "version",
      "language",
      "to",
      "back",
      "q",
      "sok",
      "wrong",
      "dry-run",
      "callbackUrl",
      "error",
      "code",
      "state",
    ),
    part,
  ),
  { maxLength: 3 },
);

/** Its own examples in the address, or junk; with or without a question. */
const address = ({ path }: Target) =>
  fc
    .tuple(fc.array(part, { minLength: 4, maxLength: 4 }), fc.boolean(), query)
    .map(([parts, wild, asked]) => {
      const left = [...parts];
      const filled = path.replace(/\{([^}]*)\}/g, (_, example: string) =>
        wild ? (left.pop() ?? "x") : example,
      );
      const questions = asked.map(([name, value]) => `${name}=${value}`).join("&");
      return questions === "" ? filled : `${filled}?${questions}`;
    });

const otherMethods = fc.constantFrom("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "GET", "POST");

/** What a browser sends for an action: its number and its arguments, of which the second is the form. */
function ofAction(
  action: string,
  example: Target["example"] = {},
): fc.Arbitrary<Sent & { readonly headers: Record<string, string> }> {
  const args = fc.oneof(
    mutated(example).map((value) => {
      const fields = Object.entries(Object(value)).map(
        ([name, one]) => [`1_${name}`, one] as const,
      );
      return { ...Object.fromEntries(fields), "0": ["$K1", "$K1"] };
    }),
    fc.tuple(junk, junk).map((both) => ({ "0": both })),
    fc.constant({ "0": [] }),
  );
  const scripted = args.map((value) => ({
    type: MULTIPART,
    body: multipart(value),
    headers: { "next-action": action },
  }));
  const plain = mutated(example).map((value) => ({
    type: MULTIPART,
    body: multipart({ [`$ACTION_ID_${action}`]: "", ...Object(value) }),
    headers: {},
  }));
  const broken = sent({ method: "POST", path: "", example }).map((one) => ({
    ...one,
    headers: { "next-action": action },
  }));
  return fc.oneof(scripted, plain, broken);
}

/** A request at a target; one in twelve by a method that is not its own. */
export function shotAt(target: Target): fc.Arbitrary<Shot> {
  const own = fc.constant(target.method);
  const method = fc.oneof({ weight: 11, arbitrary: own }, { weight: 1, arbitrary: otherMethods });
  const nothing = fc.constant(null);
  const body =
    target.action === undefined
      ? sent(target).map((one) => ({ ...one, headers: {} }))
      : ofAction(target.action, target.example);
  const content =
    target.method === "GET"
      ? fc.oneof({ weight: 9, arbitrary: nothing }, { weight: 1, arbitrary: body })
      : body;
  return fc.tuple(method, address(target), headers, content).map(([how, path, more, one]) => ({
    method: how,
    path,
    headers: {
      ...(one ? { "content-type": one.type, ...one.headers } : {}),
      ...Object.fromEntries(more),
    },
    body: how === "GET" || how === "HEAD" ? null : (one?.body ?? null),
  }));
}
