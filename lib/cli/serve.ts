import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import next from "next";
import { z } from "zod";
import { openReader } from "@/lib/auth/open-reader";
import { isRefused, sayMalformed } from "@/lib/cli/bad-address";
import { callerAddress } from "@/lib/cli/caller-address";
import { isPageForm, readForm } from "@/lib/cli/form-gate";
import { mendedLink } from "@/lib/cli/mangled-link";
import { type Guard, guardPage } from "@/lib/cli/page-guard";
import { Refusal } from "@/lib/cli/refusal";
import { ownCalls } from "@/lib/cli/report-pages/own-call";
import { reportPages } from "@/lib/cli/report-pages/report-pages";
import { requestCounter } from "@/lib/cli/request-counter";
import { answerSurveyCall } from "@/lib/cli/survey-calls";
import { surveyFiles } from "@/lib/cli/survey-files";
import { refusedCall } from "@/lib/cli/survey-gate";
import { METHODS, unreadable } from "@/lib/cli/unreadable";
import type { Parts } from "@/lib/parties/part";
import { isServed } from "@/lib/parties/routes";
import { noteRefusal, type Refused } from "@/lib/refusals";

/** What is told of a form that is refused, by its status. */
const FORMS = {
  400: "form that is none",
  403: "form of another site",
  413: "form too long",
} as const satisfies Record<number, Refused>;

/** Of the survey nothing is counted: the minute of a call could be an answer's. */
function note(asked: string, refused: Refused): void {
  if (!/^\/(svar|api\/survey)/.test(asked)) noteRefusal(refused);
}

/** Refuses what the framework would fail at. Whether it was. */
function refusedUnread(asked: string, request: IncomingMessage, response: ServerResponse): boolean {
  const refused = unreadable(request);
  if (refused === null) return false;
  note(asked, "call that is none");
  const said = { "Cache-Control": "no-store", Connection: "close", Allow: METHODS.join(", ") };
  response.writeHead(refused, said).end();
  return true;
}

/** Next's own address for the page that says that there is none. */
const NOWHERE = "/_not-found";

export type Serving = { readonly stop: () => Promise<void> };

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === "EADDRINUSE"
          ? new Refusal(
              `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
            )
          : cause,
      ),
    );
    server.listen(port, host, resolve);
  });
}

type Asked = { readonly method: string; readonly asked: string; readonly served: boolean };

/** What needs no page: a call of the survey that does not exist, and a link that a mailer has mangled. */
function answeredHere({ method, asked, served }: Asked, response: ServerResponse): boolean {
  const refused = refusedCall(method, asked, served);
  if (refused) response.writeHead(refused.status, refused.headers).end(refused.body);
  const mended = served && !refused ? mendedLink(asked) : null;
  if (mended !== null) {
    const headers = { Location: mended, "Cache-Control": "no-store" };
    response.writeHead(303, { ...headers, "Referrer-Policy": "no-referrer" }).end();
  }
  return refused !== null || mended !== null;
}

/** What is not served here: the page that says so, whatever was asked; a call gets no page. Whether there is one. */
function ledNowhere(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET") {
    response.writeHead(404, { "Cache-Control": "no-store" }).end();
    return false;
  }
  request.url = NOWHERE;
  return true;
}

const BUILT = ".next/required-server-files.json";
const NEXT_READS = "__NEXT_PRIVATE_STANDALONE_CONFIG";
const built = z.object({ config: z.record(z.string(), z.unknown()) });

/**
 * Hands Next its settings as the build wrote them down, the way its own standalone server does: reading next.config.ts
 * again loads a whole compiler, 45 MB that the server never needs.
 */
function takeBuiltSettings(): void {
  const { config } = built.parse(JSON.parse(readFileSync(BUILT, "utf8")));
  Object.assign(process.env, { [NEXT_READS]: JSON.stringify(config) });
}

/**
 * Starts the app, the calls of the survey and, where there is a folder with it, its page on one address. What is the other
 * party's does not exist here: nothing behind this door hears of it. No access log is written for anything.
 */
export async function serve(options: {
  port: number;
  host: string;
  parts: Parts;
  surveyFolder: string | null;
  trustedProxies: number;
  /** Whether the public address begins with https. */
  secure: boolean;
}): Promise<Serving> {
  const { port, host, parts, surveyFolder, trustedProxies, secure } = options;
  const nonce = () => randomBytes(16).toString("base64");
  const guard: Guard = { secure, trustedProxies, nonce };
  takeBuiltSettings();
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const survey = surveyFolder === null ? () => false : surveyFiles(surveyFolder);
  const count = requestCounter();
  const server = createServer((request, response) => {
    const { method = "GET", url: asked = "/" } = request;
    const served = isServed(asked, parts);
    if (answeredHere({ method, asked, served }, response)) return;
    const own = calls.isOwn(request);
    count(request, response, own);
    if (cannotBeRead(own, request, response)) return;
    if (!served && !ledNowhere(request, response)) return;
    const { headers, socket } = request;
    headers["x-forwarded-for"] = callerAddress(
      headers["x-forwarded-for"],
      socket.remoteAddress,
      trustedProxies,
    );
    if (survey(request, response)) return;
    // What is kept for every reader is made without a nonce: no script is left on it.
    if (own) void handle(request, response);
    else answerReader(asked, request, response);
  });
  const calls = ownCalls(server);
  const cannotBeRead = (own: boolean, request: IncomingMessage, response: ServerResponse) => {
    const { url: asked = "/" } = request;
    if (!isRefused(asked, own)) return !own && refusedUnread(asked, request, response);
    note(asked, "address that is none");
    void sayMalformed(calls.ask, request, response);
    return true;
  };
  const reports = reportPages({
    gate: openReader,
    ask: calls.ask,
    answer: (request, response) => void handle(request, response),
  });
  const answerForm = async (request: IncomingMessage, response: ServerResponse) => {
    const read = await readForm(request);
    if (typeof read !== "number") return handle(read, response);
    noteRefusal(FORMS[read]);
    response.writeHead(read, { "Cache-Control": "no-store", Connection: "close" }).end();
  };
  const answerReader = (asked: string, request: IncomingMessage, response: ServerResponse) => {
    guardPage(asked, request, response, guard);
    if (isPageForm(request)) void answerForm(request, response);
    else if (!answerSurveyCall(request, response) && !reports(request, response))
      void handle(request, response);
  };
  await listen(server, port, host);
  return {
    stop: async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection that is kept open after its answer has nothing more to ask here.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      await ended;
      clearInterval(idle);
      await app.close();
    },
  };
}
