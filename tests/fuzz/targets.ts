import { DOCUMENT } from "@/app/api/openapi.json/document";
import { everyAction, everyDoor } from "../support/authorisation";
import { openApiShape } from "../support/open-api";
import type { Target } from "./requests";

const openApi = openApiShape.parse(JSON.parse(JSON.stringify(DOCUMENT)));

/** The calls of the OpenAPI document, with their own examples. */
const documented = (): Target[] =>
  Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]): Target => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const own = parameters.find((one) => one.name === name)?.example;
        return `{${own ?? name}}`;
      });
      const [[type, sent] = []] = Object.entries(requestBody?.content ?? {});
      return {
        ...{ method: method === "get" ? "GET" : "POST", path: filled },
        ...(type ? { type, example: Object(sent?.example) } : {}),
      };
    }),
  );

/** Fields of the forms that anybody may send; no address, so that no mail of theirs is among those that are waited for. */
const FIELDS = {
  ...{ email: "a.b.example", token: "A".repeat(43), code: "123456", next: "/hr", with: "hr" },
  ...{ contact: "", password: "prova", wish: "stop", quarter: "2026-Q3", callbackUrl: "/hr" },
};

/** All that is behind no sign-in, and the doors of what is: each must turn away whatever comes. */
export function everyTarget(): readonly Target[] {
  const doors = everyDoor()
    .filter(({ route }) => !/^\/(_|inbox)/.test(route))
    .map(({ method, at, route }): Target => {
      const wild = route.includes("[") ? at.replace(/[^/]+$/, "{$&}") : at;
      return { method, path: wild, ...(method === "POST" ? { example: FIELDS } : {}) };
    });
  const actions = everyAction()
    .filter(({ gate }) => gate === "anybody" || gate === "signed-in")
    // Moves the demonstration's calendar, for whoever else uses it too.
    .filter(({ name }) => !name.startsWith("app/demo/"))
    .map(({ id, at }): Target => ({ method: "POST", path: at, action: id, example: FIELDS }));
  // Calls and forms take most of what is sent: a page reads little of a request.
  const calls = documented();
  return [...calls, ...calls, ...calls, ...actions, ...actions, ...doors];
}
