/**
 * Goes ahead of a demonstration's own program (`node --import`) and counts what each page asks of the databases. In
 * the file that SORTI_TEST_STATEMENTS names it leaves a line for each page: its path and the number. Nothing in the
 * product knows of it.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";
import { Server } from "node:http";
import pg from "pg";

const file = process.env["SORTI_TEST_STATEMENTS"];
const answering = new AsyncLocalStorage();

const { query } = pg.Client.prototype;
/** When somebody was last here is noted now and then, on whatever page that falls: no page's own statement. */
const NOTED = /^UPDATE "identity"\."(sessions|users)" SET "seen(_on)?" = /;

pg.Client.prototype.query = function counted(...given) {
  const page = answering.getStore();
  if (page !== undefined && !NOTED.test(given[0]?.text ?? "")) page.statements += 1;
  return query.apply(this, given);
};

const { emit } = Server.prototype;
Server.prototype.emit = function followed(event, ...given) {
  // A connection that a slow test leaves idle is not closed in the moment in which it asks again.
  if (event === "listening") this.keepAliveTimeout = 600_000;
  const [request, response] = given;
  // What the server asks itself is part of the page that it is asked for.
  if (event !== "request" || file === undefined || answering.getStore() !== undefined)
    return emit.call(this, event, ...given);
  const page = { path: request.url.split("?")[0], statements: 0 };
  response.once("close", () => {
    const isPage = String(response.getHeader("content-type")).startsWith("text/html");
    if (request.method === "GET" && isPage && response.statusCode === 200)
      appendFileSync(file, `${page.path} ${page.statements}\n`);
  });
  return answering.run(page, () => emit.call(this, event, ...given));
};
