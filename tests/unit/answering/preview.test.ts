import { expect, test } from "vitest";
import { answered, answersToSend, hasUnsent, moved } from "@/lib/answering/moves";
import { previewOf } from "@/lib/answering/preview";
import { tiny } from "../survey/tiny";

const around = {
  region: "Region Prov",
  operator: "Mätbyrån",
  limits: { k: 8, c: 1 },
  today: "2026-11-22",
} as const;

test("a preview begins at the first part, follows the conditions, and has no key that anything could be sealed to", () => {
  const first = previewOf(tiny, around);
  expect(first).toMatchObject({ at: "answering", place: 1, visit: { preview: true } });
  const last = moved(answered(first, "exit", "retire"), 99);
  // Of three parts the middle one is only for leavers; then comes the review.
  expect(last).toMatchObject({ place: 3 });
  expect(last.at === "answering" && answersToSend(last.visit)).toEqual({ exit: "retire" });
  expect(last.at === "answering" && last.visit.round.manifest.custodianKeys).toEqual(["", ""]);
  expect(hasUnsent(last)).toBe(false);
});
