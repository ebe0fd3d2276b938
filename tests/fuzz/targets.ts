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
function targets() {
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
  return { calls: documented(), actions, doors };
}

/** All of them: calls and forms take most of what is sent, since a page reads little of a request. */
export function everyTarget(): readonly Target[] {
  const { calls, actions, doors } = targets();
  return [...calls, ...calls, ...calls, ...actions, ...actions, ...doors];
}

/** Of every thousand: a call of the survey costs some milliseconds, a page ten times that. */
const SHARES = { survey: 800, calls: 150, doors: 50 } as const;

/** So large a part of what is sent, in equal shares. */
const shared = (part: number, those: readonly Target[]): Target[] =>
  those.map((target) => ({
    ...target,
    weight: Math.max(1, Math.round((100 * part) / those.length)),
  }));

/** All of them, the more often the less they cost: what takes hours when each is asked alike. */
export function targetsByCost(): readonly Target[] {
  const { calls, actions, doors } = targets();
  const isSurvey = ({ path }: Target) => path.startsWith("/api/survey/");
  return [
    ...shared(SHARES.survey, calls.filter(isSurvey)),
    ...shared(SHARES.calls, [...calls.filter((one) => !isSurvey(one)), ...actions]),
    ...shared(SHARES.doors, doors),
  ];
}
