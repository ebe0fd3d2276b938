import type { Day } from "@/lib/quarters/quarter";

/** The two kinds of file that a table can be fetched as. */
export const FORMATS = ["csv", "xlsx"] as const;

export type Format = (typeof FORMATS)[number];

/** A table's file in the field's words: `enheter-2026-11-22.csv`. */
export function fileName(title: string, day: Day, format: Format): string {
  const words = title.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return `${[...words, day].join("-")}.${format}`;
}

/** The header that names a file, also to programs that know no å (RFC 6266). */
export function contentDisposition(name: string): string {
  const plain = name.normalize("NFD").replace(/[^ -~]/g, "");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
