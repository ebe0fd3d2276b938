import { expect, test } from "vitest";
import { type Event, type Fields, LINE_FIELDS, logLine } from "@/lib/log";

const NOW = new Date("2026-11-22T18:00:00Z");
const told = (event: Event, fields: Fields) => JSON.parse(logLine(event, fields, NOW));

test("a line of the log is one JSON object: when, how grave, what, and the event's own sentence", () => {
  const line = logLine("work-failed", { work: "housekeeping", failure: "TypeError" }, NOW);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual({
    time: "2026-11-22T18:00:00.000Z",
    level: "error",
    event: "work-failed",
    says: "Work of the server's own failed; it is tried again.",
    work: "housekeeping",
    failure: "TypeError",
  });
});

test("what is not on the list of fields is not written, and a value that looks like somebody's is not told", () => {
  const address = "anna.andersson@region.example";
  const smuggled = { failure: "Error", email: address, message: address };
  expect(Object.keys(told("unforeseen", smuggled as Fields))).toEqual([
    ...["time", "level", "event", "says"],
    "failure",
  ]);
  for (const value of [address, "Anna Andersson", "19800101-1234", "A".repeat(61), "203.0.113.77"])
    for (const field of LINE_FIELDS.slice(4))
      expect(told("work-failed", { [field]: value })[field], `${field} ${value}`).toBe(
        "(not told)",
      );
});

test("what helps whoever runs the server is told", () => {
  const fields: Fields = {
    ...{ party: "collector", origin: "https://svar.example", route: "/hr/units/[code]" },
    ...{ work: "mails about reports", failure: "PrismaClientKnownRequestError" },
    ...{ number: "2904823374", outcome: "removals", count: 3, milliseconds: 12 },
  };
  expect(told("work-failed", fields)).toMatchObject(fields);
  for (const failure of ["refused 550", "ECONNREFUSED", "OAUTH_CALLBACK_ERROR", "no connection"])
    expect(told("sign-in-failed", { failure }).failure).toBe(failure);
});
