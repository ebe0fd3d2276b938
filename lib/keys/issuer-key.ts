import path from "node:path";
import type { Quarter } from "@/lib/quarters/quarter";
import { keyDirectory } from "./directory";
import { KeyRefused } from "./refused";
import { createSecret, destroySecret, readSecret } from "./secret-file";

export function issuerKeyPath(dir: string, quarter: Quarter): string {
  return path.join(dir, `issuer-${quarter}.pem`);
}

/** The round's signing key as PEM; null before it is made and after it is destroyed. */
export function readIssuerKey(quarter: Quarter, dir = keyDirectory()): string | null {
  return readSecret(issuerKeyPath(dir, quarter))?.toString("utf8") ?? null;
}

/** Keeps a round's key (mode 0600). Another instance may have been first: the key that stands is returned. */
export function storeIssuerKey(quarter: Quarter, pem: string, dir = keyDirectory()): string {
  try {
    createSecret(issuerKeyPath(dir, quarter), pem);
  } catch (error) {
    if (!(error instanceof KeyRefused)) throw error;
  }
  return readIssuerKey(quarter, dir) ?? pem;
}

/** Overwrites and removes the round's key. Safe to repeat. */
export function destroyIssuerKey(quarter: Quarter, dir = keyDirectory()): boolean {
  return destroySecret(issuerKeyPath(dir, quarter));
}
