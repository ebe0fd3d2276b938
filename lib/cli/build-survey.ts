import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LANGUAGES = ["sv", "en"] as const;

export type SurveyBuild = {
  readonly outDir: string;
  /** Both custodians' long-term signing keys, base64url: the only ones whose manifests the page believes. */
  readonly custodianKeys: readonly [string, string];
  /** Origins of the two parties; left out, the page asks its own. */
  readonly collectorOrigin?: string;
  readonly issuerOrigin?: string;
};

export type BuiltFile = { readonly file: string; readonly bytes: number; readonly gzip: number };

/** Components know no catalogue and lib knows no component, so they meet only here. */
const ENTRY = `
import "./components/survey/survey.css";
import { mount } from "./components/survey/mount";
${LANGUAGES.map((code) => `import ${code} from "./lib/i18n/messages/${code}/survey.json";`).join("\n")}
mount({ ${LANGUAGES.join(", ")} }, {
  custodianKeys: CUSTODIAN_KEYS, collector: COLLECTOR_ORIGIN, issuer: ISSUER_ORIGIN,
});`;

/** All of React that the survey uses. preact/compat would carry the rest too: 2 kB more of the page's 35. */
const REACT: Readonly<Record<string, string>> = {
  react: `export { createContext } from "preact";
    export { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";`,
  "react-dom/client": `import { render } from "preact";
    export const createRoot = (root) => ({ render: (page) => render(page, root) });`,
};

const smallReact: Plugin = {
  name: "small-react",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react(-dom\/client)?$/ }, (found) => ({
      path: found.path,
      namespace: "small-react",
    }));
    onLoad({ filter: /.*/, namespace: "small-react" }, (found) => ({
      contents: REACT[found.path] ?? "",
      resolveDir: ROOT,
    }));
  },
};

async function bundle({ outDir, custodianKeys, collectorOrigin, issuerOrigin }: SurveyBuild) {
  const { metafile } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, sourcefile: "survey-entry.ts", loader: "ts" },
    outdir: outDir,
    entryNames: "svar-[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    format: "esm",
    target: ["es2022", "chrome105", "firefox121", "safari16"],
    charset: "utf8",
    jsx: "automatic",
    legalComments: "none",
    alias: { "react/jsx-runtime": "preact/jsx-runtime" },
    plugins: [smallReact],
    define: {
      "process.env.NODE_ENV": '"production"',
      CUSTODIAN_KEYS: JSON.stringify(custodianKeys),
      COLLECTOR_ORIGIN: JSON.stringify(collectorOrigin ?? ""),
      ISSUER_ORIGIN: JSON.stringify(issuerOrigin ?? ""),
    },
  });
  const files = Object.keys(metafile.outputs).map((file) => path.basename(file));
  const find = (extension: string) => {
    const found = files.find((file) => file.endsWith(extension));
    if (!found) throw new Error(`The survey bundle has no ${extension} file.`);
    return found;
  };
  return { script: find(".js"), style: find(".css") };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The page before its script: the promise can be read at once, and without a script it says why it stops. */
async function pageWith(script: string, style: string): Promise<string> {
  const messages = await readFile(path.join(ROOT, "lib/i18n/messages/sv/survey.json"), "utf8");
  const { title, brand, loading, start, noScript } = JSON.parse(messages);
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="description" content="${escaped(start.lead)}">
<title>${escaped(start.title)} – ${escaped(title)}</title>
<link rel="stylesheet" href="/svar/${style}">
<script type="module" src="/svar/${script}"></script>
</head>
<body>
<div id="survey">
<header class="bar"><div class="col"><span class="brand">${escaped(brand)}</span></div></header>
<main class="step"><div class="col">
<h1>${escaped(start.title)}</h1>
<p>${escaped(start.lead)}</p>
<p class="hint">${escaped(loading)}</p>
<noscript><p class="note">${escaped(noScript)}</p></noscript>
</div></main>
</div>
</body>
</html>
`;
}

/** Writes the file beside its compressed forms, so that no server compresses on the fly. */
async function compress(directory: string, file: string): Promise<BuiltFile> {
  const content = await readFile(path.join(directory, file));
  const gzip = gzipSync(content, { level: 9 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(path.join(directory, `${file}.gz`), gzip);
  await writeFile(path.join(directory, `${file}.br`), brotliCompressSync(content, { params }));
  return { file, bytes: content.length, gzip: gzip.length };
}

/**
 * Builds the survey page as static files that any host can serve under `/svar`: `index.html`, one script and one
 * style sheet with their content's hash in the name, each also as `.gz` and `.br`. `outDir` is emptied first.
 */
export async function buildSurvey(options: SurveyBuild): Promise<readonly BuiltFile[]> {
  const { outDir } = options;
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const { script, style } = await bundle(options);
  await writeFile(path.join(outDir, "index.html"), await pageWith(script, style));
  return Promise.all(["index.html", script, style].map((file) => compress(outDir, file)));
}
