import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, MAX_BYTES } from "@/lib/imports/decode";
import { gather } from "@/lib/imports/gather";

const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return decoded.ok ? "read" : decoded.problem.code;
};

describe("files come as the HR system saved them", () => {
  test("UTF-8 is read with and without a byte order mark", () => {
    expect(decode(utf8("Björken;Åsa"))).toEqual({ ok: true, text: "Björken;Åsa" });
    expect(decode(utf8("\uFEFFBjörken;Åsa"))).toEqual({ ok: true, text: "Björken;Åsa" });
  });

  test("Windows-1252 is read, with its dashes, quotes and euro sign", () => {
    const bytes = Uint8Array.of(0x42, 0x6a, 0xf6, 0x72, 0x6b, 0x20, 0x96, 0x20, 0x94, 0x80, 0x94);
    expect(decode(bytes)).toEqual({ ok: true, text: "Björk – ”€”" });
  });

  test("line ends of every kind become one kind", () => {
    expect(decode(utf8("a\r\nb\rc\nd"))).toEqual({ ok: true, text: "a\nb\nc\nd" });
  });

  test("any text without control characters comes back from UTF-8 as it was", () => {
    const printable = fc
      .string({ unit: "grapheme" })
      .filter((s) => /^[^\p{Cc}Ã\uFEFFï]+$/u.test(s));
    fc.assert(
      fc.property(printable, (text) => {
        expect(decode(utf8(text))).toEqual({ ok: true, text });
      }),
    );
  });
});

describe("what is not a text file is refused, with its reason", () => {
  test("UTF-16, with and without its mark", () => {
    expect(refusal(Uint8Array.of(0xff, 0xfe, 0x61, 0x00))).toBe("not-text");
    expect(refusal(Uint8Array.of(0x61, 0x00, 0x62, 0x00))).toBe("not-text");
    expect(refusal(Uint8Array.of(0xfe, 0xff, 0x30, 0x42))).toBe("not-text");
  });

  test("an older workbook, a zip archive, a picture, bytes that no code page has", () => {
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe("spreadsheet");
    expect(refusal(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toBe("bad-workbook");
    expect(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe("not-text");
    expect(refusal(Uint8Array.of(0x61, 0x81, 0x62))).toBe("not-text");
  });

  test("a file that is UTF-8 in one place and Windows-1252 in another is not guessed at", () => {
    expect(refusal(Uint8Array.of(...utf8("Åsa;"), 0xe5))).toBe("mixed-encoding");
  });

  test("an empty file", () => {
    expect(refusal(new Uint8Array())).toBe("empty-file");
  });
});

describe("a file over 50 MB", () => {
  test("is refused", () => {
    expect(MAX_BYTES).toBe(52_428_800);
    expect(refusal(new Uint8Array(MAX_BYTES + 1).fill(0x61))).toBe("too-large");
  });

  test("is refused without being read to its end", async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let read = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          read += 1;
          yield megabyte;
        }
      } finally {
        ended = true;
      }
    }
    expect(await gather(endless())).toEqual({
      ok: false,
      problem: { code: "too-large", line: 0, column: "" },
    });
    expect([read, ended]).toEqual([51, true]);
  });

  test("a smaller upload is put together from its parts", async () => {
    async function* parts() {
      yield utf8("code;");
      yield utf8("name");
    }
    expect(await gather(parts())).toEqual({ ok: true, bytes: utf8("code;name") });
  });
});
