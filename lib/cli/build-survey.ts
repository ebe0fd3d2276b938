import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type OutputFile } from "esbuild";
import { headersFile, nginxConfiguration, type SentHeaders } from "@/lib/cli/survey-hosting";
import { guardNames, smallReact } from "@/lib/cli/survey-modules";
import { surveyPage } from "@/lib/cli/survey-page";
import { spoken } from "@/lib/i18n/survey-catalogues";
import { surveyAssetHeaders, surveyHeaders } from "@/lib/survey/headers";

const ROOT = process.cwd();
const MESSAGES = path.join(ROOT, "lib/i18n/messages");
/** Spoken until another is chosen, and by the page before its script. */
const FIRST = "sv";

export type SurveyBuild = {
  readonly outDir: string;
  /** Both custodians' long-term signing keys, base64url: the only ones whose manifests the page believes. */
  readonly custodianKeys: readonly [string, string];
  /** Origins of the two parties; left out, the page asks its own. */
  readonly collectorOrigin?: string;
  readonly issuerOrigin?: string;
  /** Folder of catalogues; every language in it that has a `survey.json` is spoken. */
  readonly messages?: string;
};

export type BuiltFile = { readonly file: string; readonly bytes: number; readonly gzip: number };

/** The languages are the folders that have the survey's texts: a new one is a file, and no code. */
async function languagesIn(messages: string): Promise<readonly string[]> {
  const found = await readdir(messages, { recursive: true });
  const spoken = found.flatMap((file) => /^([\w-]+)\/survey\.json$/.exec(file)?.[1] ?? []);
  return [FIRST, ...spoken.filter((code) => code !== FIRST).sort()];
}

/**
 * The languages' texts as the script carries them (`Columns` in components/survey). Whoever lacks a script reads its
 * word in the page.
 */
async function columnsIn(messages: string): Promise<string> {
  const languages = await languagesIn(messages);
  const files = languages.map((code) => readFile(path.join(messages, code, "survey.json"), "utf8"));
  const said = (await Promise.all(files)).map(spoken);
  const keys = Object.keys(said[0] ?? {}).filter((key) => key !== "noScript");
  const columns = languages.map((code, n) => [code, keys.map((key) => said[n]?.[key] ?? key)]);
  return JSON.stringify({ keys, texts: Object.fromEntries(columns) });
}

/** Components know no catalogue and lib knows no component, so they meet only here. */
async function entry(messages: string): Promise<string> {
  return `
import "./components/survey/survey.css";
import names from "guard:names";
import { mount } from "./components/survey/mount";
mount(${await columnsIn(messages)}, {
  custodianKeys: CUSTODIAN_KEYS, collector: COLLECTOR_ORIGIN, issuer: ISSUER_ORIGIN, names,
});`;
}

async function bundle(options: SurveyBuild) {
  const { outDir, custodianKeys, collectorOrigin, issuerOrigin, messages = MESSAGES } = options;
  const contents = await entry(messages);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, sourcefile: "survey-entry.ts", loader: "ts" },
    outdir: outDir,
    entryNames: "svar-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/svar",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["es2022", "chrome105", "firefox121", "safari16"],
    // They all know them; made anew at every use they are longer and slower.
    supported: { "regexp-unicode-property-escapes": true },
    charset: "utf8",
    // The classic form: children as arguments are shorter than as a property, and need no second runtime.
    tsconfigRaw: {
      compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" },
    },
    inject: ["react/jsx"],
    alias: { "@": ROOT },
    legalComments: "none",
    plugins: [smallReact(ROOT), guardNames(ROOT)],
    define: {
      "process.env.NODE_ENV": '"production"',
      CUSTODIAN_KEYS: JSON.stringify(custodianKeys),
      COLLECTOR_ORIGIN: JSON.stringify(collectorOrigin ?? ""),
      ISSUER_ORIGIN: JSON.stringify(issuerOrigin ?? ""),
    },
  });
  const find = (extension: string): OutputFile => {
    const found = outputFiles.find((output) => output.path.endsWith(extension));
    if (!found) throw new Error(`The survey bundle has no ${extension} file.`);
    return found;
  };
  return { script: find(".js"), style: find(".css").text.trim(), names: find(".bin") };
}

/** Writes the file beside its compressed forms, so that no server compresses on the fly. */
async function compress(directory: string, file: string): Promise<BuiltFile> {
  const content = await readFile(path.join(directory, file));
  // Smaller blocks suit a file that is half code, half texts: some 100 bytes less than with the usual 8.
  const gzip = gzipSync(content, { level: 9, memLevel: 6 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(path.join(directory, `${file}.gz`), gzip);
  await writeFile(path.join(directory, `${file}.br`), brotliCompressSync(content, { params }));
  return { file, bytes: content.length, gzip: gzip.length };
}

/** The response headers that whichever host serves the folder must send, for the page and for its files. */
function headersFor(style: string, { issuerOrigin, collectorOrigin }: SurveyBuild): SentHeaders {
  const sources = {
    styleHash: createHash("sha256").update(style).digest("base64"),
    ...(issuerOrigin ? { issuerOrigin } : {}),
    ...(collectorOrigin ? { collectorOrigin } : {}),
  };
  return { page: surveyHeaders(sources), files: surveyAssetHeaders(sources) };
}

/**
 * Builds the survey page as static files that any host can serve under `/svar`: `index.html` with its style,
 * one script and the guard's names with their content's hash in the name, each also as `.gz` and `.br`;
 * `headers.json` says which headers go with them, `_headers` and `nginx.conf` say it in two hosts' own
 * languages. `outDir` is emptied first.
 */
export async function buildSurvey(options: SurveyBuild): Promise<readonly BuiltFile[]> {
  const { outDir } = options;
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const { script, style, names } = await bundle(options);
  const [scriptFile, namesFile] = [path.basename(script.path), path.basename(names.path)];
  await writeFile(path.join(outDir, scriptFile), script.contents);
  await writeFile(path.join(outDir, namesFile), names.contents);
  await writeFile(path.join(outDir, "index.html"), await surveyPage(ROOT, scriptFile, style));
  const headers = headersFor(style, options);
  await writeFile(path.join(outDir, "headers.json"), `${JSON.stringify(headers, null, 2)}\n`);
  await writeFile(path.join(outDir, "_headers"), headersFile(headers, [scriptFile, namesFile]));
  await writeFile(path.join(outDir, "nginx.conf"), nginxConfiguration(headers));
  return Promise.all(["index.html", scriptFile, namesFile].map((file) => compress(outDir, file)));
}
