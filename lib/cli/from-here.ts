import path from "node:path";

/** A file as the person typed it, from the folder they typed it in. */
export function fromHere(file: string): string {
  return path.resolve(process.env["SORTI_CALLED_FROM"] ?? process.cwd(), file);
}
