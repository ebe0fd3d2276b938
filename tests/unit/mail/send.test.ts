import { expect, test } from "vitest";
import { mailProblem } from "@/lib/mail/send";

test("what is told of a refused mail never holds the address", () => {
  const refused = Object.assign(new Error("550 <eva@privat.example> unknown"), {
    responseCode: 550,
    code: "EENVELOPE",
    rejected: ["eva@privat.example"],
  });
  const problem = mailProblem(refused);
  expect(problem.message).toBe("The mail did not go: refused 550.");
  expect(JSON.stringify({ ...problem, stack: problem.stack, cause: problem.cause })).not.toContain(
    "eva",
  );
});

test("an address that does not exist is not tried again; a full or silent server is", () => {
  expect(mailProblem({ responseCode: 550 }).lasting).toBe(true);
  expect(mailProblem({ responseCode: 452 }).lasting).toBe(false);
  expect(mailProblem({ code: "ECONNECTION" }).lasting).toBe(false);
});

test("an unknown trouble is told without its words", () => {
  expect(mailProblem(new Error("eva@privat.example")).code).toBe("no connection");
  expect(mailProblem({ code: "eva@privat.example" }).code).toBe("no connection");
  expect(mailProblem(undefined).code).toBe("no connection");
});
