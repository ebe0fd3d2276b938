import { expect, test } from "vitest";
import { talkToken } from "@/lib/exit-talks/token";
import { tokenHash, tokenOf } from "@/lib/keys/link-key";
import { stopToken, stopTokenHash } from "@/lib/reminders/stop-token";
import { toBase64Url } from "@/lib/sealing/base64url";

const key = new Uint8Array(32).fill(7);
const ID = "3f1c7a52-0d0e-4a52-9c11-9d1f4f2b8a10";
const TO = "anna@home.example";

test("the token that stops reminders opens neither the survey nor an exit talk, and the reverse", () => {
  const stop = stopToken(key, ID, TO);
  const tokens = [toBase64Url(stop), toBase64Url(tokenOf(key, ID)), talkToken(key, ID)];
  expect(new Set(tokens).size).toBe(3);
  expect(stopTokenHash(tokenOf(key, ID))).not.toBe(stopTokenHash(stop));
  expect(tokenHash(stop)).not.toEqual(tokenHash(tokenOf(key, ID)));
});

test("it is the same in every mail to an address, another for everybody and for every address, and 32 bytes long", () => {
  expect(stopToken(key, ID, TO)).toEqual(stopToken(key, ID, TO));
  expect(stopToken(key, ID, TO)).not.toEqual(stopToken(key, ID.replace("3f", "4f"), TO));
  expect(stopToken(new Uint8Array(32).fill(8), ID, TO)).not.toEqual(stopToken(key, ID, TO));
  expect(stopToken(key, ID, TO)).not.toEqual(stopToken(key, ID, "hr@work.example"));
  expect(stopToken(key, ID, TO)).toHaveLength(32);
});
