import { expect, test } from "vitest";
import { afterEntry, type Story } from "@/lib/transparency/story";

const CLOSED: Story = {
  rounds: {
    "2026-Q1": { told: "receiving-stopped", issued: 8 },
    "2026-Q2": { told: "receiving-stopped", issued: 20 },
  },
  carried: 0,
  readings: {},
};
const none = { counted: 0, withdrawn: 0, dropped: 0 };

test("answers that are carried over are counted in the next mix, neither lost nor doubled", () => {
  const first = { quarter: "2026-Q1", ...none, received: 6, withdrawn: 1 };
  const waiting = afterEntry(CLOSED, "carried-over", first);
  if (typeof waiting === "string") throw new Error(waiting);
  expect(waiting.carried).toBe(5);
  const second = { quarter: "2026-Q2", ...none, received: 12 };
  expect(afterEntry(waiting, "mixed", { ...second, counted: 12 })).toBe("counts");
  expect(afterEntry(waiting, "mixed", { ...second, counted: 17 })).toMatchObject({ carried: 0 });
});

test("a quarter is only set aside when more answers came than credentials were issued", () => {
  const aside = (received: number) =>
    afterEntry(CLOSED, "answers-left-sealed", { quarter: "2026-Q1", ...none, received });
  expect(aside(9)).toMatchObject({ carried: 0 });
  expect(aside(8)).toBe("counts");
});

test("what was carried over to a quarter whose keys are lost is told as lost, to the last answer", () => {
  const waiting = { ...CLOSED, carried: 5 };
  const givenUp = (dropped: number, counted = 0) =>
    afterEntry(waiting, "answers-given-up", {
      ...{ quarter: "2026-Q1", withdrawn: 0, received: 6 },
      ...{ counted, dropped },
    });
  expect(givenUp(5)).toMatchObject({ carried: 0 });
  expect(givenUp(4)).toBe("counts");
  expect(givenUp(5, 1)).toBe("counts");
  const after = givenUp(5);
  if (typeof after === "string") throw new Error(after);
  expect(afterEntry(after, "mixed", { quarter: "2026-Q1", ...none, received: 6 })).toBe("order");
  const discarded = afterEntry(after, "answers-discarded", { quarter: "2026-Q1" });
  expect(discarded).toMatchObject({ carried: 0 });
});

test("what waits for a quarter that is set aside waits on, but for what its senders withdrew", () => {
  const content = { quarter: "2026-Q1", ...none, received: 9, withdrawn: 2, dropped: 1 };
  const after = (carried: number) =>
    afterEntry({ ...CLOSED, carried }, "answers-left-sealed", content);
  expect(after(5)).toMatchObject({ carried: 2 });
  expect(after(2)).toBe("counts");
});

test("a mix that leaves a number out, or writes none, is not believed", () => {
  for (const received of [undefined, null, "12", 1.5, -1]) {
    expect(afterEntry(CLOSED, "mixed", { quarter: "2026-Q2", ...none, received })).toBe("counts");
  }
});

test("lines that are no step of a quarter change nothing", () => {
  expect(afterEntry(CLOSED, "self-attack", { quarter: "2026-Q1" })).toEqual(CLOSED);
  expect(afterEntry(CLOSED, "import-confirmed", {})).toEqual(CLOSED);
});

test("comments that were opened are destroyed once, all of them: read by two, or given up with their key", () => {
  const [opened, of] = [{ quarter: "2026-Q1", comments: 12 }, "2026-Q1"];
  const reading = afterEntry(CLOSED, "texts-opened", opened);
  if (typeof reading === "string") throw new Error(reading);
  expect(afterEntry(CLOSED, "redacted", opened)).toBe("order");
  expect(afterEntry(reading, "texts-opened", opened)).toBe("order");
  expect(afterEntry(reading, "redacted", { ...opened, comments: 11 })).toBe("counts");
  for (const end of ["redacted", "texts-given-up"]) {
    const over = afterEntry(reading, end, opened);
    if (typeof over === "string") throw new Error(over);
    expect(over.readings).toEqual({ [of]: null });
    expect(afterEntry(over, "redacted", opened)).toBe("order");
  }
});
