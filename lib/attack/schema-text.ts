import type { Leak } from "./ask";

/** Schemas whose rows must not tell when, in which order, or about whom. */
const SILENT = ["collector", "mixing", "redaction", "release", "issuer"];

/** Anything that writes order, time or a person into a row by itself. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/autoincrement\(/, "counts its rows"],
  [/\bcuid\(/, "makes ids that hold the time"],
  [/\buuid\((7|\))/, "makes ids by itself"],
  [/\bulid\(|\bnanoid\(/, "makes ids by itself"],
  [/\bnow\(\)/, "writes the time by itself"],
  [/@updatedAt/, "writes the time by itself"],
  [/dbgenerated\(/, "lets the database fill in a value"],
  [/@default\(/, "fills in a value by itself"],
  [/@relation\b/, "points to another table"],
];

/** What a Prisma schema file would make its silent tables tell. */
export function schemaTextLeaks(text: string): Leak[] {
  const models = text.match(/^model \w+ \{[\s\S]*?^\}/gm) ?? [];
  return models
    .filter((model) => SILENT.some((schema) => model.includes(`@@schema("${schema}")`)))
    .flatMap((model) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(model)).map(([, does]) => ({
        attack: "schema",
        sentence: `${model.split(" ")[1]} ${does}.`,
      })),
    );
}
