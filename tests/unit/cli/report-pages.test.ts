import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encodingFor, frozen } from "@/lib/cli/report-pages/frozen";
import { withoutScripts } from "@/lib/cli/report-pages/without-scripts";
import { together } from "@/lib/db/together";

describe("a page as a reader without scripts has it", () => {
  it("keeps every word, link, style sheet and drawing, and no script", () => {
    const page =
      '<head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/></head>' +
      '<p>Fyra<!-- --> av 30</p><script src="/a.js" async=""></script><svg><path d="M0"/></svg>' +
      "<script>self.x.push([1,\"\\u003cp>Fyra\\u003c/p>\"])</script><a href='/reports'>Alla</a>";
    expect(withoutScripts(page)).toBe(
      '<head><link rel="stylesheet" href="/a.css"/></head>' +
        '<p>Fyra av 30</p><svg><path d="M0"/></svg>' +
        "<a href='/reports'>Alla</a>",
    );
  });

  it("is the same page in every encoding, with one mark for one page", async () => {
    const page = await frozen("<p>Björken</p>");
    expect(page.bodies.identity.toString()).toBe("<p>Björken</p>");
    expect(gunzipSync(page.bodies.gzip).toString()).toBe("<p>Björken</p>");
    expect(brotliDecompressSync(page.bodies.br).toString()).toBe("<p>Björken</p>");
    expect(page.mark).toBe((await frozen("<p>Björken</p>")).mark);
    expect(page.mark).not.toBe((await frozen("<p>Eken</p>")).mark);
  });

  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br; q=0", "gzip"],
    ["GZIP", "gzip"],
    ["gzip;q=0.000", "identity"],
    ["brotli, xgzip", "identity"],
  ])("goes out in no encoding that %j does not allow", (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

describe("reading for many at once", () => {
  /** A store whose readings end when they are told to. */
  function slowStore() {
    const ends: ((failed?: Error) => void)[] = [];
    let state = 1;
    const read = together((_: string) => {
      const seen = state;
      return new Promise<number>((resolve, reject) => {
        ends.push((failed) => (failed ? reject(failed) : resolve(seen)));
      });
    });
    return { read, ends, change: () => (state += 1) };
  }

  it("never tells anybody what was true before the question, and asks once for all who wait", async () => {
    const { read, ends, change } = slowStore();
    const first = read("Q3");
    change();
    const later = [read("Q3"), read("Q3"), read("Q3")];
    ends[0]?.();
    expect(await first).toBe(1);
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    expect(await Promise.all(later)).toEqual([2, 2, 2]);
    expect(ends).toHaveLength(2);
  });

  it("lets a reading that failed harm nobody who asked later", async () => {
    const { read, ends } = slowStore();
    const first = read("Q3");
    const second = read("Q3");
    ends[0]?.(new Error("away"));
    await expect(first).rejects.toThrow("away");
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    expect(await second).toBe(1);
  });
});
