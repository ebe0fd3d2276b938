import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** One file from memory, by Node alone: what any server of ours in this language can at most do. */
const content = readFileSync(process.env["SORTI_BENCH_FILE"] ?? "");
createServer((_request, response) => {
  response.setHeader("Content-Length", content.length);
  response.end(content);
}).listen(Number(process.env["PORT"]), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
