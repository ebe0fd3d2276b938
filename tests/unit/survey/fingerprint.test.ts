import { describe, expect, it } from "vitest";
import { itemFingerprints } from "@/lib/survey/fingerprint";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { tiny } from "./tiny";

/** Replaces one piece of the document's text and says which items no longer mean the same. */
function changedBy(from: string, to: string): readonly string[] {
  const text = JSON.stringify(tiny);
  if (!text.includes(from)) throw new Error(`the document has no ${from}`);
  const before = itemFingerprints(tiny);
  const after = itemFingerprints(JSON.parse(text.replace(from, to)) as Questionnaire);
  return Object.keys(before).filter((id) => before[id] !== after[id]);
}

describe("totals of different questions are never added", () => {
  it("sees a changed wording", () => {
    expect(changedBy('"sv":"Egna ord"', '"sv":"Med egna ord"')).toEqual(["words"]);
  });

  it("sees an option that moved to another class", () => {
    expect(changedBy('"class":"near"', '"class":"far"')).toEqual(["reason"]);
  });

  it("sees a scale value that moved to another class", () => {
    expect(changedBy('"8":"low"', '"8":"high"')).toEqual(["recommend"]);
  });

  it("sees that more may be chosen", () => {
    expect(changedBy('"max":2', '"max":3')).toEqual(["lever"]);
  });

  it("lets a translation be improved", () => {
    expect(changedBy('"en":"Egna ord (en)"', '"en":"Own words"')).toEqual([]);
  });
});
