import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { manifestSchema, signedManifestSchema } from "@/lib/rounds/manifest";
import { isManifest, isSignedManifest } from "@/lib/rounds/manifest-shape";
import { isQuestionnaire } from "@/lib/rounds/questionnaire-shape";
import { canonicalJson } from "@/lib/sealing/canonical";
import starting from "@/lib/survey/default-questionnaire.json";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { manifest, questionnaire, signed } from "./fixtures";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a document: the containers and the keys in them. */
function places(value: Json, found: { holder: Json; key: string }[] = []) {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    found.push({ holder: value, key });
    places(inner, found);
  }
  return found;
}

const junk: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  null,
  true,
  0,
  4,
  5,
  1.5,
  -1,
  "",
  "x",
  "HME_1",
  "not a code",
  "2026-Q5",
  "unit",
  "text",
  [],
  ["a"],
  {},
  { sv: "Ja" },
  { sv: "" },
  { SV: "Ja" },
);

type Change = "drop" | "put" | "add";

function changeList(holder: Json[], at: number, how: Change, value: Json): void {
  if (how === "add") holder.push(value);
  else holder.splice(at, 1, ...(how === "put" ? [value] : []));
}

/** A copy with one place removed, replaced or joined by a stranger. */
function mutated(document: unknown, at: number, how: Change, value: Json): unknown {
  const copy: Json = JSON.parse(JSON.stringify(document));
  const all = places(copy);
  const { holder, key } = all[at % all.length] ?? { holder: copy, key: "" };
  if (Array.isArray(holder)) changeList(holder, Number(key), how, value);
  else if (typeof holder === "object" && holder !== null) {
    if (how === "drop") delete holder[key];
    else holder[how === "put" ? key : "stranger"] = value;
  }
  return copy;
}

function agree(
  document: unknown,
  small: (value: unknown) => boolean,
  schema: z.ZodType,
  runs = 3000,
): void {
  const verdicts = new Set<boolean>();
  expect([small(document), schema.safeParse(document).success]).toEqual([true, true]);
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.constantFrom("drop" as const, "put" as const, "add" as const),
      junk,
      (at, how, value) => {
        const changed = mutated(document, at, how, value);
        const verdict = schema.safeParse(changed).success;
        verdicts.add(verdict);
        expect(small(changed), canonicalJson(changed)).toBe(verdict);
      },
    ),
    { numRuns: runs },
  );
  expect(verdicts.has(false)).toBe(true);
}

describe("the page's small checks give the server's verdict", () => {
  it("on a manifest", () => agree(manifest, isManifest, manifestSchema));
  it("on a signed manifest", () =>
    agree(signed(canonicalJson(manifest)), isSignedManifest, signedManifestSchema));
  it("on a questionnaire", () => agree(questionnaire, isQuestionnaire, questionnaireSchema));

  it("on the questionnaire that a new region starts with", () =>
    agree(starting, isQuestionnaire, questionnaireSchema, 300));

  it("on what is no document at all", () => {
    for (const value of [null, undefined, 1, "x", [], [manifest], () => manifest]) {
      expect([isManifest(value), isSignedManifest(value), isQuestionnaire(value)]).toEqual([
        false,
        false,
        false,
      ]);
    }
  });
});
