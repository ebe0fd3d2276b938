import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { countedAs, type RouteName } from "@/lib/metrics/counted-routes";
import { countRequest } from "@/lib/metrics/mutations";

const BUILT = ".next/routes-manifest.json";
const listed = z.array(z.object({ page: z.string(), regex: z.string() }));
const built = z.object({ staticRoutes: listed, dynamicRoutes: listed });

/** The app's routes as the build wrote them down, those without a parameter first. */
function builtRoutes(): readonly RouteName[] {
  const { staticRoutes, dynamicRoutes } = built.parse(JSON.parse(readFileSync(BUILT, "utf8")));
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    form: new RegExp(regex),
  }));
}

/**
 * Counts a request when it is answered, where requests are counted and it is not the server's `own`. To be called before
 * anything changes its address.
 */
export function requestCounter(): (
  request: IncomingMessage,
  response: ServerResponse,
  own: boolean,
) => void {
  const routes = builtRoutes();
  return ({ url = "/", method = "GET" }, response, own) => {
    const route = own ? null : countedAs(url, routes);
    if (route === null) return;
    const began = performance.now();
    response.once("finish", () => {
      const seconds = (performance.now() - began) / 1000;
      countRequest({ route, method, status: response.statusCode, seconds });
    });
  };
}
