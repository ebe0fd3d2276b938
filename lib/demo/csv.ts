/** A value in a `;`-separated file; quoted where it must be (RFC 4180). */
function cell(value: string | number): string {
  const text = String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV text, UTF-8, `;`, one header line: as the import reads it. */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(";")}\n`).join("");
}
