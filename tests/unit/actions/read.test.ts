import { describe, expect, test } from "vitest";
import { readAction } from "@/lib/actions/read";

const TODAY = "2026-11-22";
const GOOD = {
  what: "Handledning för nya",
  who: "Enhetschef",
  control: "Avgångar under första året",
  decidedOn: "2026-11-01",
  due: "2027-05-01",
  state: "ongoing",
  result: "",
  reminds: "u1",
};

describe("An action", () => {
  test("with what, who, when and control is one", () => {
    expect(readAction(GOOD, TODAY, ["u1"])).toEqual({ entry: GOOD });
  });

  test("that reminds nobody stands with nobody", () => {
    expect(readAction({ ...GOOD, reminds: "" }, TODAY, [])).toMatchObject({
      entry: { reminds: null },
    });
  });

  test.each([
    ["is done without a word of what the control showed", { state: "done" }, { result: "missing" }],
    ["is in no known state", { state: "" }, { state: "missing" }],
    ["is decided tomorrow", { decidedOn: "2026-11-23" }, { decidedOn: "not-yet" }],
    ["is followed up before it is decided", { due: "2026-10-31" }, { due: "before-start" }],
    ["is followed up in a far year", { due: "2031-01-01" }, { due: "too-far" }],
    ["reminds somebody who is not HR's", { reminds: "u2" }, { reminds: "unknown" }],
    ["has no control", { control: "" }, { control: "missing" }],
  ])("that %s is refused", (_, change, problems) => {
    expect(readAction({ ...GOOD, ...change }, TODAY, ["u1"])).toEqual({ problems });
  });
});
