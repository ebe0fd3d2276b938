import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { buildSurvey } from "@/lib/cli/build-survey";
import { surveyFiles } from "@/lib/cli/survey-files";
import { surveyCall } from "@/lib/doors/survey-calls";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";

/** A call as it went over the wire, both ways. */
export type Call = {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: string;
  readonly body: string;
  readonly status: number;
  readonly responseHeaders: string;
  readonly reply: string;
};

async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const answer = surveyCall(pathname)?.get(request.method);
  return answer?.(request, path.basename(pathname)) ?? new Response(null, { status: 404 });
}

/** Both custodians' long-term keys, as they are built into the page. */
export function signingKeys(): readonly [string, string] {
  const keys = listKeys(keyDirectory());
  const of = (owner: 1 | 2) => {
    const key = keys.find((one) => one.owner === owner && one.use === "signing");
    return key && key.owner !== "issuer" ? key.publicKey : "";
  };
  return [of(1), of(2)];
}

async function answer(origin: string, request: IncomingMessage, response: ServerResponse) {
  const url = `${origin}${request.url}`;
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const method = request.method ?? "GET";
  const body = String(await buffer(request));
  const given = { method, headers, ...(method === "POST" ? { body } : {}) };
  const made = await handle(new Request(url, given));
  const reply = await made.text();
  response.writeHead(made.status, Object.fromEntries(made.headers));
  response.end(reply);
  return { method, url: request.url ?? "", body, status: made.status, reply };
}

/** The survey page and its calls on a free port: the built page and the app's own handlers, over real HTTP. */
export async function startInstance() {
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-svar-"));
  await buildSurvey({ outDir: folder, custodianKeys: signingKeys() });
  const page = surveyFiles(folder);
  const calls: Call[] = [];
  let origin = "";
  const server = createServer((request, response) => {
    const requestHeaders = JSON.stringify(request.headers);
    const note = (rest: Pick<Call, "body" | "reply" | "status" | "method" | "url">) =>
      calls.push({
        ...rest,
        requestHeaders,
        responseHeaders: JSON.stringify(response.getHeaders()),
      });
    const asked = request.url ?? "";
    if (page(request, response)) {
      note({ method: request.method ?? "", url: asked, body: "", reply: "", status: 200 });
      return;
    }
    answer(origin, request, response).then(note, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  return {
    origin,
    calls,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Instance = Awaited<ReturnType<typeof startInstance>>;
