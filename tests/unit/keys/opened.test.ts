import { expect, test } from "vitest";
import { forgetAllOpened, forgetOpened, keepOpened, openedBy } from "@/lib/keys/opened";
import { custodians } from "../rounds/fixtures";

const [key] = custodians;
const at = (minute: number) => new Date(Date.UTC(2026, 3, 10, 9, minute));

test("an opened key is there for its own reader, for its own coding, and for half an hour at the most", () => {
  keepOpened("ida", "2026-Q1", key, at(0));
  expect(openedBy("ida", "2026-Q1", at(29))).toEqual({ key, until: at(30) });
  expect(openedBy("nils", "2026-Q1", at(1))).toBe(null);
  expect(openedBy("ida", "2026-Q2", at(1))).toBe(null);
  expect(openedBy("ida", "2026-Q1", at(30))).toBe(null);
  expect(openedBy("ida", "2026-Q1", at(1))).toBe(null);
});

test("it is gone when its reader signs out, and for everybody when the coding is over", () => {
  keepOpened("ida", "2026-Q1", key, at(0));
  keepOpened("nils", "2026-Q1", key, at(0));
  forgetOpened("ida");
  expect([openedBy("ida", "2026-Q1", at(1)), openedBy("nils", "2026-Q1", at(1))?.key]).toEqual([
    null,
    key,
  ]);
  forgetAllOpened("2026-Q1");
  expect(openedBy("nils", "2026-Q1", at(1))).toBe(null);
});
