import { randomBytes } from "node:crypto";
import { owned } from "@/lib/sealing/bytes";

export const secure = (n: number) => owned(randomBytes(n));

export const fromHex = (hex: string) => owned(Buffer.from(hex, "hex"));

export const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** A "random" source that hands out the given values one after another. */
export function scripted(...values: readonly Uint8Array[]): (n: number) => Uint8Array {
  const left = [...values];
  return (n) => {
    const next = left.shift();
    if (next?.length !== n) throw new Error(`asked for ${n} bytes, had ${next?.length}`);
    return next;
  };
}
