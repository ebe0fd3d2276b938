import { z } from "zod";
import { openDataSchema } from "@/lib/reports/open-data-schema";
import { hex, quarter } from "./answers";
import type { Operation, Parameter } from "./operation";

const ofQuarter: Parameter = {
  ...{ name: "quarter", in: "path", says: "The report's quarter.", shape: quarter },
  example: "2026-Q3",
};
const version: Parameter = {
  ...{ name: "version", in: "query", says: "An older version; without it the newest." },
  shape: z.string().regex(/^[1-9]\d{0,5}$/),
};
const language: Parameter = {
  ...{ name: "language", in: "query", says: "The paper's language.", shape: z.enum(["sv", "en"]) },
};

type Wanted = Pick<Operation, "path" | "says"> & {
  readonly type: string;
  readonly shape?: z.ZodType;
  readonly parameters?: readonly Parameter[];
};

/** Something public to fetch; where reports are for who signs in, it leads to the sign-in page. */
function file({ path, says, type, shape, parameters }: Wanted): Operation {
  return {
    ...{ path, method: "get", of: "collector", says, ...(parameters ? { parameters } : {}) },
    answers: {
      200: { says: "The file.", type, ...(shape ? { shape } : {}) },
      307: { says: "Reports are for who signs in: the sign-in page." },
      ...(parameters ? { 404: { says: "No such report." } } : {}),
    },
  };
}

const log = z.strictObject({
  format: z.literal("sorti-log/1"),
  custodianKeys: z.tuple([z.string(), z.string()]).optional(),
  entries: z.array(
    z.strictObject({
      ...{ seq: z.int().min(1), day: z.iso.date(), kind: z.string(), content: z.string() },
      ...{ previous: hex, hash: hex },
    }),
  ),
  rounds: z.array(
    z.strictObject({
      ...{ quarter, manifest: z.string(), signatures: z.tuple([z.string(), z.string()]) },
      questionnaire: z.string(),
    }),
  ),
});

export const REPORTS: readonly Operation[] = [
  file({
    ...{ path: "/reports/{quarter}/data.json", says: "Every figure of a report." },
    ...{ type: "application/json", shape: openDataSchema, parameters: [ofQuarter, version] },
  }),
  file({
    ...{ path: "/reports/{quarter}/data.csv", says: "The same rows as CSV." },
    ...{ type: "text/csv", parameters: [ofQuarter, version] },
  }),
  file({
    ...{ path: "/reports/{quarter}.pdf", says: "The report on paper, PDF/UA-1." },
    ...{ type: "application/pdf", parameters: [ofQuarter, version, language] },
  }),
  file({
    ...{ path: "/reports/data.schema.json", says: "JSON Schema of the JSON file." },
    type: "application/schema+json",
  }),
  file({
    ...{ path: "/reports/catalog.jsonld", says: "All reports as DCAT-AP 3." },
    type: "application/ld+json",
  }),
  file({
    ...{ path: "/reports/feed.xml", says: "New reports as Atom, in Swedish." },
    type: "application/atom+xml",
  }),
  file({
    ...{ path: "/reports/feed.en.xml", says: "New reports as Atom, in English." },
    type: "application/atom+xml",
  }),
  {
    ...{ path: "/log/log.json", method: "get", of: "collector" },
    says: "The public log with its manifests, as canonical JSON.",
    answers: { 200: { says: "The same bytes until the log grows.", shape: log } },
  },
];
