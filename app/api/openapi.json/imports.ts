import { z } from "zod";
import { IMPORT_KINDS } from "@/lib/imports/kind-plan";
import { OF_EVERY_CALL, refused } from "./answers";
import type { Operation } from "./operation";

const kind = z.enum(IMPORT_KINDS);
const count = z.int().min(0);
const counts = { kind, added: count, changed: count, removed: count, unchanged: count };

/** Numbers and problems; never a row, an address or a reference. */
const done = z.union([
  z.strictObject({
    ...{ outcome: z.literal("applied"), ...counts, importId: z.uuid() },
    waits: z.boolean().describe("Nobody is invited before the numbers are confirmed."),
  }),
  z.strictObject({ outcome: z.enum(["nothing", "dry-run"]), ...counts }),
]);

const notDone = z.union([
  z.strictObject({ outcome: z.literal("removals"), ...counts }),
  z.strictObject({ outcome: z.literal("call-was-another") }),
]);

const problem = z.strictObject({
  ...{ line: count, column: z.string(), code: z.string(), message: z.string() },
});

const flag = z.literal("1");

export const IMPORTS: readonly Operation[] = [
  {
    ...{ path: "/api/imports/{kind}", method: "post", of: "issuer", needsKey: true },
    says: "Imports a file of the HR system as a whole, or says every problem and writes nothing.",
    parameters: [
      { name: "kind", in: "path", says: "What the file is.", shape: kind, example: "units" },
      { name: "dry-run", in: "query", says: "Says what the file would do.", shape: flag },
      { name: "allow-removals", in: "query", says: "Removes what it leaves out.", shape: flag },
      {
        ...{ name: "Idempotency-Key", in: "header", says: "One for each file." },
        shape: z.string().regex(/^[\x21-\x7e]{1,200}$/),
      },
      {
        ...{ name: "Accept-Language", in: "header", says: "`sv`: sentences in Swedish." },
        shape: z.string(),
      },
    ],
    body: { type: "application/octet-stream" },
    answers: {
      200: { says: "Imported, tried, or nothing to do.", shape: done },
      400: refused("No body, or no such key of the call.", "no-file", "bad-idempotency-key"),
      401: refused("No key, or one that is revoked or mistyped.", "unknown-key"),
      404: refused("No such kind.", "no-such-kind"),
      409: { says: "It would remove rows, or the key stood for another file.", shape: notDone },
      413: refused("Larger than 50 MB.", "too-large"),
      422: {
        says: "Every problem, the first ten thousand listed.",
        shape: z.strictObject({
          ...{ outcome: z.literal("problems"), count: z.int().min(1) },
          problems: z.array(problem),
        }),
      },
      429: OF_EVERY_CALL[429],
      503: OF_EVERY_CALL[503],
    },
  },
];
