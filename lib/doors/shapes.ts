import { z } from "zod";
import { isQuarter } from "@/lib/quarters/quarter";

/** Bytes in base64url without padding, of at least and at most so many. */
function bytes(least: number, most: number) {
  return z
    .string()
    .max(Math.ceil((most * 4) / 3) + 4)
    .regex(/^[A-Za-z0-9_-]*$/)
    .transform((text, context) => {
      // As `fromBase64Url` reads it, some forty times faster: Buffer forgives, so written again it must be the same.
      const value = Buffer.from(text, "base64url");
      const fits = value.length >= least && value.length <= most;
      if (fits && value.toString("base64url") === text) return new Uint8Array(value);
      context.addIssue({ code: "custom", message: "not bytes of that length" });
      return z.NEVER;
    });
}

/** The link of a mail, or the code of a letter as it was typed. What is no code is told apart further in. */
const token = { token: bytes(32, 32) };
const code = { code: z.string().max(64) };
const asked = { quarter: z.string().refine(isQuarter), blinded: bytes(384, 384) };

export const tokenShape = z.strictObject(token);
export const invitationShape = z.union([tokenShape, z.strictObject(code)]);
export const credentialShape = z.union([
  z.strictObject({ ...token, ...asked }),
  z.strictObject({ ...code, ...asked }),
]);
export const responseShape = z.strictObject({
  message: bytes(1, 256),
  signature: bytes(384, 384),
  sealed: bytes(1, 16_384),
  withdrawalHash: bytes(32, 32),
});
export const withdrawalShape = z.strictObject({ receipt: z.string().max(64) });
