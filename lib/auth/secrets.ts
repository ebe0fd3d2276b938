import { createHash, randomBytes } from "node:crypto";

/** 256 bits that nobody guesses, base64url: what a cookie or a mailed link carries. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored in a secret's place: SHA-256, hex. Enough for what nobody guesses; passwords there are none. */
export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
