import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "@/lib/cli/installation";
import { surveyFiles } from "@/lib/cli/survey-files";
import type { Running } from "./server";

/** Presses ”Titta på frågorna” as soon as it stands there. */
const PRESS = `<script>
const timer = setInterval(() => {
  const look = document.querySelector(".no-link > .link");
  if (look) { clearInterval(timer); look.click(); }
}, 10);
</script></body>`;

/**
 * The survey page that opens at its first question, which Lighthouse cannot reach by itself: the same built
 * files and the same round, with one line more that presses for it.
 */
export async function startQuestionPage(origin: string, folder: string): Promise<Running> {
  const page = readFileSync(path.join(folder, "index.html"), "utf8").replace("</body>", PRESS);
  const round = await (await fetch(`${origin}/api/survey/manifest`)).text();
  const own = new Map([
    ["/svar", { type: "text/html", body: gzipSync(page) }],
    ["/api/survey/manifest", { type: "application/json", body: gzipSync(round) }],
  ]);
  const files = surveyFiles(folder);
  const server = createServer((asked, reply) => {
    const found = own.get(asked.url ?? "");
    if (found) {
      reply.writeHead(200, { "Content-Type": found.type, "Content-Encoding": "gzip" });
      reply.end(found.body);
    } else if (!files(asked, reply)) reply.writeHead(404).end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { pid: process.pid, origin: `http://127.0.0.1:${port}`, stop };
}
