import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ACTION_FIELDS } from "@/lib/actions/read";
import { COMMENT_FIELDS } from "@/lib/comments/comment";
import { EXPLANATION_FIELDS } from "@/lib/explanations/read";

/** A list of arguments as somebody writes it who has no page of ours. */
export type MadeUp = {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  /** Whether it comes as the page's script sends it, which names the action in a header. */
  readonly scripted: boolean;
};

const WORD = /["']([a-z][\w-]{0,30})["']/gi;

/** Every word that an action's file holds: the names of its fields are among them. */
function fieldNames(): readonly string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => path.join("app", file))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(file, "utf8"))
    .filter((text) => /^"use server"|\bform: FormData\b/m.test(text));
  const words = files.flatMap((text) => [...text.matchAll(WORD)].map(([, word = ""]) => word));
  return [...new Set([...words, ...ACTION_FIELDS, ...COMMENT_FIELDS, ...EXPLANATION_FIELDS])];
}

const EDGE = "made-up-edge";

type Sent = Omit<MadeUp, "name">;

function form(fields: readonly (readonly [string, string, boolean?])[], scripted = true): Sent {
  const parts = fields.map(([name, value, isFile]) => {
    const file = isFile ? `; filename="a.txt"\r\nContent-Type: text/plain` : "";
    return `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  const body = Buffer.from(`${parts.join("")}--${EDGE}--\r\n`);
  return { type: `multipart/form-data; boundary=${EDGE}`, body, scripted };
}

const plain = (list: string): Sent => ({
  ...{ type: "text/plain;charset=UTF-8", body: Buffer.from(list), scripted: true },
});

const NOTHING = "00000000-0000-4000-8000-000000000000";

/** What stands in every field at once. */
const VALUES: Readonly<Record<string, string>> = {
  "a NUL": "a\u0000b",
  "a great number": "9".repeat(400),
  "a name of every object": "__proto__",
  "an id of nothing": NOTHING,
  "a long text": "å".repeat(1200),
  "a quarter far away": "9999-Q4",
  "what means something in SQL and in a path": "'; --/../%2e%2e\\",
};

const SECOND = '["$K1","$K1","$K1","$K1"]';

/** Lists of arguments for an action that no page of ours sends: wrong kinds, too few, too many, and forms that say nothing. */
export function madeUpArguments(id: string): readonly MadeUp[] {
  const names = fieldNames();
  const filled = (value: string, { first = SECOND, isFile = false, times = 1 } = {}) =>
    form([
      ...names.flatMap((name) =>
        Array.from({ length: times }, () => [`1_${name}`, value, isFile] as const),
      ),
      ["0", first],
    ]);
  const lists: Readonly<Record<string, string>> = {
    none: "[]",
    nulls: "[null,null]",
    "numbers and texts": '[7,"y",true,1e308]',
    "objects that call themselves forms":
      '[{"get":"x","__proto__":{"attempt":1}},{"get":"x","entries":[],"constructor":{"prototype":{}}}]',
    "a huge list": JSON.stringify([Array(50_000).fill(1), Array(50_000).fill(null)]),
    "what is not defined": '["$undefined","$undefined"]',
    "numbers that are none": '["$NaN","$Infinity","$-0","$n9","$D2020"]',
    "forms that are not there": SECOND,
    "references to nothing": '["$1","$2:a:b","$@3","$F4","$B5","$Q6","$W7","$i8","$h9","$T"]',
    "one reference to nothing": '["$1",{}]',
    "a function of ours": '["$F1",{}]',
    "a place in nothing": '["$0:9:__proto__:x",{}]',
    "a list deep in lists": `${"[".repeat(3000)}${"]".repeat(3000)}`,
    "a NUL in a text": '["a\\u0000b",{"id":"\\u0000"}]',
  };
  return [
    ...Object.entries(lists).map(([name, list]) => ({ name: `list: ${name}`, ...plain(list) })),
    { name: "a form without fields", ...form([["0", SECOND]]) },
    ...Object.entries(VALUES).map(([name, value]) => ({
      name: `a form full of: ${name}`,
      ...filled(value),
    })),
    { name: "a form full of files", ...filled("x", { isFile: true }) },
    { name: "a form with each field twice", ...filled(NOTHING, { times: 2 }) },
    {
      name: "a form after a state that is none",
      ...filled("x", { first: '[{"attempt":"x","id":7,"values":null},"$K1"]' }),
    },
    {
      name: "without a script: no arguments where some are named",
      ...form(
        [
          ["$ACTION_REF_1", ""],
          ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
        ],
        false,
      ),
    },
    {
      name: "without a script: more arguments than there are",
      ...form(
        [
          ["$ACTION_REF_1", ""],
          ["$ACTION_1:0", JSON.stringify({ id, bound: "$@1" })],
          ["$ACTION_1:1", '[7,"x",null]'],
        ],
        false,
      ),
    },
    { name: "without a script: a name alone", ...form([[`$ACTION_ID_${id}`, ""]], false) },
    {
      name: "without a script: arguments bound to what is none",
      ...form(
        [
          ["$ACTION_REF_1", ""],
          ["$ACTION_1:0", JSON.stringify({ id, bound: ["$F1"] })],
        ],
        false,
      ),
    },
    { name: "a form after nothing", ...filled("x", { first: '[null,"$K1"]' }) },
    { name: "a form after a list", ...filled("x", { first: '[[[]],"$K1"]' }) },
  ];
}
