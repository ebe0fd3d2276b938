import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { sameBytes, toHex } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { answerStep, pad, TooLong, unpad } from "@/lib/sealing/envelope";
import { normaliseReceipt, receiptFrom, withdrawalHash } from "@/lib/sealing/receipt";

const bytes = fc.uint8Array({ maxLength: 200 });

describe("base64url", () => {
  it("is what every other implementation writes and reads", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = Buffer.from(value).toString("base64url");
        expect(toBase64Url(value)).toBe(text);
        expect(Buffer.from(fromBase64Url(text))).toEqual(Buffer.from(value));
      }),
    );
  });

  it("refuses padding, the other alphabet, impossible lengths and stray bits", () => {
    for (const text of ["AA==", "+/+/", "A", "AAAAA", "AB", "å", " AAAA"]) {
      expect(() => fromBase64Url(text)).toThrow(RangeError);
    }
  });
});

describe("canonical JSON", () => {
  it("writes one text for one value, whatever the order of its keys", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "å" }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"å","d":null}]}',
    );
    expect(canonicalJson({ a: undefined, z: 1, Z: 2, "10": 3, "9": 4 })).toBe(
      '{"10":3,"9":4,"Z":2,"z":1}',
    );
  });

  it("says the same as JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("refuses what JSON cannot say", () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});

describe("padding", () => {
  it("comes off as it went on", () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(unpad(pad(value, 256))).toEqual(value);
      }),
    );
    expect(toHex(pad(Uint8Array.of(1, 2), 5))).toBe("0102800000");
  });

  it("without its mark is refused", () => {
    expect(unpad(new Uint8Array(8))).toBeNull();
    expect(unpad(new Uint8Array(0))).toBeNull();
    expect(unpad(Uint8Array.of(0x80, 1))).toBeNull();
  });

  it("leaves room for the mark: 4 095 bytes fit in 4 096, 4 096 do not", () => {
    expect([answerStep(0), answerStep(4095), answerStep(4096)]).toEqual([4096, 4096, 8192]);
    expect(() => answerStep(8192)).toThrow(TooLong);
    expect(() => pad(new Uint8Array(4), 4)).toThrow(TooLong);
  });
});

describe("a receipt code", () => {
  it("is five groups of four that can be read aloud", () => {
    expect(receiptFrom((n) => Uint8Array.from({ length: n }, (_, i) => i + 224))).toBe(
      "0123-4567-89AB-CDEF-GHJK",
    );
  });

  it("means the same in lower case, without hyphens, with O for 0 and I or L for 1", () => {
    expect(normaliseReceipt("0123-4567-89AB-CDEF-GHJK")).toBe("0123456789ABCDEFGHJK");
    expect(normaliseReceipt(" oi23 4567 89ab cdef ghjk ")).toBe("0123456789ABCDEFGHJK");
    expect(normaliseReceipt("0l23456789ABCDEFGHJK")).toBe("0123456789ABCDEFGHJK");
  });

  it("of another length or with other letters is none", async () => {
    for (const text of ["", "0123", "0123-4567-89AB-CDEF-GHJU", "0123-4567-89AB-CDEF-GHJKM"]) {
      expect(normaliseReceipt(text)).toBeNull();
      expect(await withdrawalHash(text)).toBeNull();
    }
  });

  it("is kept only as SHA-256 of its twenty characters", async () => {
    const expected = "a6b239e79989fa88083024f6fa3518b4f917667d90dc8408053fcf0cfc8cfb8a";
    const hash = await withdrawalHash("0123-4567-89ab-cdef-ghjk");
    expect(hash && toHex(hash)).toBe(expected);
  });
});

it("two values are the same only with the same bytes and the same length", () => {
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
  expect(sameBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
});
