import { createHash } from "node:crypto";
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
  it("is one page with its style inside, one script and the guard's names", () => {
    expect(built.map(({ file }) => path.extname(file))).toEqual([".html", ".js", ".bin"]);
  });

  it("keeps within its weight on a slow phone: 35 kB of script, 52 kB in all, before the round's own data", () => {
    const gzip = (extension: string) =>
      built.filter(({ file }) => file.endsWith(extension)).reduce((sum, { gzip: n }) => sum + n, 0);
    expect(gzip(".js")).toBeGreaterThan(10_000);
    expect(gzip(".js")).toBeLessThanOrEqual(35_000);
    expect(gzip(".bin")).toBeGreaterThan(5_000);
    expect(gzip(".bin")).toBeLessThanOrEqual(12_000);
    expect(gzip("")).toBeLessThanOrEqual(52_000);
  });

  it("carries the custodians' keys and asks the issuer where it was told to", async () => {
    const text = await content(script());
    expect(text).toContain("key-of-custodian-1");
    expect(text).toContain("key-of-custodian-2");
    expect(text).toContain("https://utfardare.exempel.se");
  });

  it("has no inline code, no style but the one its headers name, and no other origin", async () => {
    const page = await content("index.html");
    const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    const headers = JSON.parse(await content("headers.json"));
    expect(headers.page["Content-Security-Policy"]).toContain(`style-src 'sha256-${hash}';`);
    expect(headers.page["Content-Security-Policy"]).toContain("https://utfardare.exempel.se");
    expect(headers.files["Cache-Control"]).toContain("immutable");
    const rest = page.replace(style, "");
    expect(rest).not.toMatch(/<script(?![^>]*\ssrc=)|<style>[^<]|\sstyle=|\son\w+=|https?:/);
    expect(style).not.toMatch(/@import|https?:|url\((?!["']?data:)/);
    expect(page).toContain(`src="/svar/${script()}"`);
  });

  it("tells two kinds of host which headers to send, letter by letter the same", async () => {
    const headers = JSON.parse(await content("headers.json"));
    const policy = headers.page["Content-Security-Policy"];
    const [forPage = "", forFiles = ""] = (await content("_headers")).split(`/svar/${script()}\n`);
    expect(forPage).toMatch(/^\/svar\n {2}Content-Security-Policy: /);
    expect(forPage).toContain(`\n/svar/\n  Content-Security-Policy: ${policy}\n`);
    expect(forFiles).toContain("  Cache-Control: public, max-age=31536000, immutable\n");
    const nginx = await content("nginx.conf");
    expect(nginx).toContain(`  add_header Content-Security-Policy "${policy}" always;\n`);
    expect(nginx.match(/access_log off;/g)).toHaveLength(2);
  });

  it("runs on phones whose browser has no look-behind in patterns", async () => {
    expect(await content(script())).not.toMatch(/\(\?<[!=]/);
  });

  it("lies ready compressed, byte for byte the same", async () => {
    const files = await readdir(outDir);
    expect(files).toHaveLength(12);
    for (const { file } of built) {
      const plain = await readFile(path.join(outDir, file));
      const gzip = await readFile(path.join(outDir, `${file}.gz`));
      const brotli = await readFile(path.join(outDir, `${file}.br`));
      expect(gunzipSync(gzip).equals(plain)).toBe(true);
      expect(brotliDecompressSync(brotli).equals(plain)).toBe(true);
    }
  });
});
