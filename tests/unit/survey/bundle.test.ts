import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltFile, buildSurvey } from "@/lib/cli/build-survey";

let outDir: string;
let built: readonly BuiltFile[];
const content = (file: string) => readFile(path.join(outDir, file), "utf8");
const script = () => built.find(({ file }) => file.endsWith(".js"))?.file ?? "";

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "survey-"));
  built = await buildSurvey({
    outDir,
    custodianKeys: ["key-of-custodian-1", "key-of-custodian-2"],
    issuerOrigin: "https://utfardare.exempel.se",
  });
});

afterAll(() => rm(outDir, { recursive: true, force: true }));

describe("the survey page as it is handed out", () => {
  it("is one page, one script and one style sheet", () => {
    expect(built.map(({ file }) => path.extname(file))).toEqual([".html", ".js", ".css"]);
  });

  it("keeps within its weight on a slow phone: 35 kB of script, 45 kB in all", () => {
    const gzip = (extension: string) =>
      built.filter(({ file }) => file.endsWith(extension)).reduce((sum, { gzip: n }) => sum + n, 0);
    expect(gzip(".js")).toBeGreaterThan(10_000);
    expect(gzip(".js")).toBeLessThanOrEqual(35_000);
    expect(gzip("")).toBeLessThanOrEqual(45_000);
  });

  it("carries the custodians' keys and asks the issuer where it was told to", async () => {
    const text = await content(script());
    expect(text).toContain("key-of-custodian-1");
    expect(text).toContain("key-of-custodian-2");
    expect(text).toContain("https://utfardare.exempel.se");
  });

  it("has no inline code or style and names no other origin in its page", async () => {
    const page = await content("index.html");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
    expect(page).toContain(`src="/svar/${script()}"`);
  });

  it("lies ready compressed, byte for byte the same", async () => {
    const files = await readdir(outDir);
    expect(files).toHaveLength(9);
    for (const { file } of built) {
      const plain = await readFile(path.join(outDir, file));
      const gzip = await readFile(path.join(outDir, `${file}.gz`));
      const brotli = await readFile(path.join(outDir, `${file}.br`));
      expect(gunzipSync(gzip).equals(plain)).toBe(true);
      expect(brotliDecompressSync(brotli).equals(plain)).toBe(true);
    }
  });
});
