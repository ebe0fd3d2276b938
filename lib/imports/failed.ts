/**
 * The database refused an import, and nothing of it was written. Says the database's code alone:
 * its own message can quote a row, and rows hold addresses.
 */
export class ImportFailed extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`The import was undone as a whole; nothing was written (${code}).`);
    this.code = code;
  }
}

const CODE = /^[A-Z0-9]{2,12}$/;

/** The error without anything that it may quote. */
export function importFailed(error: unknown): ImportFailed {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new ImportFailed(CODE.test(code) ? code : "unknown");
}
