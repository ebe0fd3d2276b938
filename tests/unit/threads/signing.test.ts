import { createPrivateKey, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { checkedSignature, generateIssuerKey, signBlinded } from "@/lib/credential/issuer";
import { signInThread } from "@/lib/threads/signing";

const key = createPrivateKey(generateIssuerKey());

/** Below the modulus, whose first bit is 1. */
function blinded(): Uint8Array {
  const value = new Uint8Array(randomBytes(384));
  value[0] = (value[0] ?? 0) & 0x7f;
  return value;
}

test("everybody who asks at once gets the signature of their own value, the same as one after the other", async () => {
  const values = Array.from({ length: 40 }, blinded);
  const signed = await Promise.all(values.map((value) => signInThread(key, value)));
  expect(signed).toEqual(values.map((value) => signBlinded(key, value)));
});

test("what cannot be signed fails for the one who asked, and for nobody beside or after", async () => {
  const value = blinded();
  const [bad, good] = await Promise.allSettled([
    signInThread(key, new Uint8Array(384).fill(255)),
    signInThread(key, value),
  ]);
  expect(bad.status).toBe("rejected");
  expect(good).toEqual({ status: "fulfilled", value: signBlinded(key, value) });
  expect(await signInThread(key, value)).toEqual(signBlinded(key, value));
});

test("a faulty signature is never handed out: it would give the key away", async () => {
  const value = blinded();
  const signature = await signInThread(key, value);
  signature[17] = (signature[17] ?? 0) ^ 1;
  expect(() => checkedSignature(key, value, signature)).toThrow("faulty");
});
