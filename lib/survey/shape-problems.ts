import type { ZodError } from "zod";
import type { Problem, ProblemCode } from "./problem";

type Issue = ZodError["issues"][number];

/** What stands at a path of the input; undefined when nothing does. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null;
    return inside ? Reflect.get(value, key) : undefined;
  }, input);
}

/** The closed list of problems that an issue of the schema's is told as, with its detail. */
function told(issue: Issue, found: unknown): readonly [ProblemCode, string] {
  if (found === undefined && issue.code !== "unrecognized_keys") return ["shape-missing", ""];
  switch (issue.code) {
    case "unrecognized_keys":
      return ["shape-unknown", issue.keys.join(", ")];
    case "invalid_type":
      return ["shape-type", issue.expected];
    case "invalid_value":
      return ["shape-value", issue.values.map(String).join(", ")];
    case "invalid_format":
    case "invalid_key":
      return ["shape-code", typeof found === "string" ? found : ""];
    case "too_small":
      return found === "" || Array.isArray(found)
        ? ["shape-empty", String(issue.minimum)]
        : ["shape", issue.message];
    default:
      return ["shape", issue.message];
  }
}

/** Every place where a document has not the schema's shape; `$` is the document itself. */
export function shapeProblems(error: ZodError, input: unknown): readonly Problem[] {
  return error.issues.map((issue) => {
    const [code, detail] = told(issue, valueAt(input, issue.path));
    return { code, at: issue.path.map(String).join(".") || "$", detail };
  });
}
