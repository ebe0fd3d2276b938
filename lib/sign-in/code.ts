import { readPaperCode } from "./paper-code";

/** What somebody typed as their second factor: the phone's six digits, or a code on paper. */
export type TypedCode =
  | { readonly kind: "digits"; readonly digits: string }
  | { readonly kind: "paper"; readonly code: string };

/** A code as it was typed, spaces and hyphens forgiven; null when it is neither kind. */
export function readCode(typed: unknown): TypedCode | null {
  if (typeof typed !== "string" || typed.length > 60) return null;
  const digits = typed.replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(digits)) return { kind: "digits", digits };
  const code = readPaperCode(typed);
  return code === null ? null : { kind: "paper", code };
}
