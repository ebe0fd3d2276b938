import { readFile } from "node:fs/promises";
import path from "node:path";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The icon travels inside the page: one request less, and nothing to miss. */
async function iconIn(root: string): Promise<string> {
  const svg = await readFile(path.join(root, "app/icon.svg"), "utf8");
  return `data:image/svg+xml,${encodeURIComponent(svg.trim())}`;
}

/**
 * The page before its script: the promise can be read at once, and without a script it says why it stops.
 * `style` stands inside it: the page is never fetched without it.
 */
export async function surveyPage(root: string, script: string, style: string): Promise<string> {
  const messages = await readFile(path.join(root, "lib/i18n/messages/sv/survey.json"), "utf8");
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
<link rel="icon" href="${await iconIn(root)}">
<script type="module" src="/svar/${script}"></script>
<style>${style}</style>
</head>
<body>
<div id="survey">
<header class="bar"><div class="col"><span class="brand">${escaped(brand)}</span></div></header>
<main class="step"><div class="col">
<h1>${escaped(start.title)}</h1>
<p>${escaped(start.lead)}</p>
<p>${escaped(start.lock)}</p>
<p class="hint">${escaped(loading)}</p>
<noscript><p class="note">${escaped(noScript)}</p></noscript>
</div></main>
</div>
</body>
</html>
`;
}
