import { expect, it } from "vitest";
import { stepsOf } from "@/lib/actions/history";

const version = (n: number, state: "planned" | "ongoing" | "done", result = "") => ({
  ...{ version: n, state, result, signedOn: `2026-0${n}-01` },
});

it("tells when an action was noted, begun, followed up and completed: the days they were signed", () => {
  expect(stepsOf([version(1, "planned")])).toEqual({
    ...{ notedOn: "2026-01-01", begunOn: null, followedUpOn: null, doneOn: null },
  });
  const all = [
    version(3, "ongoing", "Bättre"),
    version(1, "planned"),
    version(4, "done", "Bättre"),
    version(2, "ongoing"),
  ];
  expect(stepsOf(all)).toEqual({
    ...{ notedOn: "2026-01-01", begunOn: "2026-02-01" },
    ...{ followedUpOn: "2026-03-01", doneOn: "2026-04-01" },
  });
});

it("counts from the last time when an action was taken up again", () => {
  const again = [version(1, "ongoing"), version(2, "done", "Bra"), version(3, "planned", "Bra")];
  expect(stepsOf(again)).toMatchObject({ begunOn: null, doneOn: null });
  expect(stepsOf([...again, version(4, "ongoing", "Bra")])).toMatchObject({
    ...{ begunOn: "2026-04-01", doneOn: null, followedUpOn: "2026-02-01" },
  });
});
