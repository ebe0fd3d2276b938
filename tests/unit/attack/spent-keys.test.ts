import { expect, test } from "vitest";
import { spentKeys } from "@/lib/attack/self-attack";

const key = (name: string) => `/data/keys/custodian-${name}.json`;
const KEYS = [key("1-2026-Q3"), key("1-coding-2026-Q3"), key("2-2026-Q4"), key("1-signing")];

test("a key of a mixed quarter that is still there is found, and the one that comments are being read with is in use", () => {
  const mixed = ["2026-Q2", "2026-Q3"];
  expect(spentKeys(KEYS, mixed, null)).toEqual([key("1-2026-Q3"), key("1-coding-2026-Q3")]);
  expect(spentKeys(KEYS, mixed, key("1-coding-2026-Q3"))).toEqual([key("1-2026-Q3")]);
  expect(spentKeys(KEYS, [], null)).toEqual([]);
});
