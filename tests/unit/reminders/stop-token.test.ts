import { expect, test } from "vitest";
import { talkToken } from "@/lib/exit-talks/token";
import { tokenHash, tokenOf } from "@/lib/keys/link-key";
import { stopToken, stopTokenHash } from "@/lib/reminders/stop-token";
import { toBase64Url } from "@/lib/sealing/base64url";

const key = new Uint8Array(32).fill(7);
const ID = "3f1c7a52-0d0e-4a52-9c11-9d1f4f2b8a10";

test("the token that stops reminders opens neither the survey nor an exit talk, and the reverse", () => {
  const stop = stopToken(key, ID);
  const tokens = [toBase64Url(stop), toBase64Url(tokenOf(key, ID)), talkToken(key, ID)];
  expect(new Set(tokens).size).toBe(3);
  expect(stopTokenHash(tokenOf(key, ID))).not.toBe(stopTokenHash(stop));
  expect(tokenHash(stop)).not.toEqual(tokenHash(tokenOf(key, ID)));
});

test("it is the same in every mail, another for everybody, and 32 bytes long", () => {
  expect(stopToken(key, ID)).toEqual(stopToken(key, ID));
  expect(stopToken(key, ID)).not.toEqual(stopToken(key, ID.replace("3f", "4f")));
  expect(stopToken(new Uint8Array(32).fill(8), ID)).not.toEqual(stopToken(key, ID));
  expect(stopToken(key, ID)).toHaveLength(32);
});
