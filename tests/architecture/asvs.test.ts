import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { factsOfCode } from "./documents/facts";
import { codesOf, problemsOf } from "./documents/problems";

const file = "docs/security/asvs.md";
const text = readFileSync(file, "utf8");

/** Section → the level of each of its requirements in turn (OWASP ASVS 5.0.0). */
const LEVELS: Readonly<Record<string, string>> = {
  ...{ "1.1": "22", "1.2": "1111122223", "1.3": "112222222223", "1.4": "222", "1.5": "123" },
  ...{ "2.1": "122", "2.2": "112", "2.3": "12223", "2.4": "23" },
  ...{ "3.1": "3", "3.2": "113", "3.3": "12223", "3.4": "11222233", "3.5": "11122333" },
  ...{ "3.6": "3", "3.7": "22333", "4.1": "12233", "4.2": "23333", "4.3": "22", "4.4": "1222" },
  ...{ "5.1": "2", "5.2": "112333", "5.3": "113", "5.4": "222", "6.1": "122" },
  ...{ "6.2": "111111112222", "6.3": "11223333", "6.4": "112233", "6.5": "22222333" },
  ...{ "6.6": "2223", "6.7": "33", "6.8": "2222", "7.1": "222", "7.2": "1111", "7.3": "22" },
  ...{ "7.4": "11222", "7.5": "223", "7.6": "22", "8.1": "1233", "8.2": "1123", "8.3": "133" },
  ...{ "8.4": "23", "9.1": "111", "9.2": "1222", "10.1": "22", "10.2": "223", "10.3": "22223" },
  ...{ "10.4": "1111122222233333", "10.5": "22222", "10.6": "22", "10.7": "222" },
  ...{ "11.1": "2233", "11.2": "22233", "11.3": "11233", "11.4": "1222", "11.5": "23" },
  ...{ "11.6": "23", "11.7": "33", "12.1": "12233", "12.2": "11", "12.3": "22223" },
  ...{ "13.1": "2333", "13.2": "222223", "13.3": "2233", "13.4": "1222233", "14.1": "22" },
  ...{ "14.2": "12223333", "14.3": "122", "15.1": "12233", "15.2": "12233", "15.3": "1222222" },
  ...{ "15.4": "3333", "16.1": "2", "16.2": "22222", "16.3": "2222", "16.4": "222" },
  ...{ "16.5": "2223", "17.1": "23", "17.2": "22223333", "17.3": "22" },
};

const wanted = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].flatMap((level, i) => (Number(level) <= 2 ? [`${section}.${i + 1}`] : [])),
);

const rows = [...text.matchAll(/^\| (\d[\d., ]*) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, numbers = "", met = "", why = ""]) => ({ numbers: numbers.split(", "), met, why }),
);

describe("the checklist", () => {
  test("has every requirement of levels 1 and 2 once, and no other", () => {
    expect(wanted.length).toBe(70 + 183);
    expect(rows.flatMap(({ numbers }) => numbers).sort()).toEqual([...wanted].sort());
  });

  test("says of each whether it is met, and shows what says so", () => {
    const words = ["yes", "no", "none here", "operation"];
    expect(rows.filter(({ met }) => !words.includes(met))).toEqual([]);
    expect(rows.filter(({ met, why }) => met === "yes" && codesOf(why).length === 0)).toEqual([]);
    expect(rows.filter(({ why }) => why.trim() === "")).toEqual([]);
  });

  test.each(["asvs.md", "boundaries.md", "dependencies.md"])(
    "%s names nothing that the code does not have",
    async (name) => {
      const page = path.join("docs/security", name);
      const facts = await factsOfCode();
      expect(problemsOf(facts, { file: page, text: readFileSync(page, "utf8") })).toEqual([]);
    },
  );
});

const files = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((one) => path.join(folder, one))
    .filter((one) => /[.](tsx?|mjs)$/.test(one)),
);
const holding = (what: RegExp) =>
  files.filter((one) => what.test(readFileSync(one, "utf8"))).sort();
/** Every match of the first group, in all of the code. */
const found = (what: RegExp) =>
  files.flatMap((one) => [...readFileSync(one, "utf8").matchAll(what)].map(([, it = ""]) => it));

describe("what the checklist says of all of the code", () => {
  test("no markup is made of strings", () => {
    expect(
      holding(/dangerouslySetInnerHTML|[.](inner|outer)HTML|document[.]write|insertAdjacentHTML/),
    ).toEqual([]);
  });

  test("no statement is put together from text: values go beside it, and names are ours", () => {
    // Handed a statement and its values apart, by the query builder and by the queue.
    const apart = holding(/RawUnsafe/);
    const texts = found(/RawUnsafe[^(]*\(([^)]*)\)/g);
    expect(apart.length).toBeGreaterThan(0);
    expect(texts.filter((given) => given !== "text, ...values")).toEqual([]);
    // The name of a partition, made of a quarter that was parsed.
    expect(holding(/Prisma[.]raw\(/)).toEqual(["lib/mixing/data.ts"]);
  });

  test("no expression is built of what somebody sent", () => {
    const builders = holding(/new RegExp\(/);
    expect(builders.length).toBeGreaterThan(0);
    // What handles a request or reads a file has none; elsewhere they are made of our own lists.
    expect(
      builders.filter((one) => /^(app|components|lib\/imports)\/|(data|mutations)[.]ts$/.test(one)),
    ).toEqual([]);
  });

  test("nothing is run that was a text", () => {
    expect(holding(/\beval\(|new Function\(|"node:vm"|set(Timeout|Interval)\(\s*["'`]/)).toEqual(
      [],
    );
  });

  test("no hash and no cipher is used that is not approved", () => {
    const hashes = new Set(found(/create(?:Hash|Hmac)\(\s*"([^"]+)"/g));
    expect([...hashes].filter((name) => !/^sha(256|384)$/.test(name))).toEqual([]);
    expect(hashes.size).toBeGreaterThan(0);
    const ciphers = new Set(found(/create(?:Cipher|Decipher)iv\(\s*"([^"]+)"/g));
    expect([...ciphers]).toEqual(["aes-256-gcm"]);
  });

  test("no secret is drawn by a source that can be foretold", () => {
    expect(holding(/Math[.]random|pseudoRandomBytes/)).toEqual([]);
  });

  test("no page of who is signed in keeps anything in the browser", () => {
    const kept = holding(/localStorage|sessionStorage|indexedDB|caches[.]|document[.]cookie/);
    expect(kept).toEqual(["components/survey/mount.tsx"]);
  });
});
