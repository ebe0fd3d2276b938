/** Written key by key: a slow phone reads a whole questionnaire this way before its first page. */
function canonicalRecord(record: Readonly<Record<string, unknown>>): string {
  let members = "";
  for (const key of Object.keys(record).sort()) {
    const inner = record[key];
    if (inner === undefined) continue;
    members += `${members && ","}${JSON.stringify(key)}:${canonicalJson(inner)}`;
  }
  return `{${members}}`;
}

/**
 * One text per value (RFC 8785): keys sorted by UTF-16 code units, no whitespace,
 * ECMAScript numbers. Keys without a value are left out, as JSON does.
 * Throws `TypeError` on what JSON cannot say (functions, NaN, infinities, bigint).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalRecord({ ...value });
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError("not a JSON number");
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}
