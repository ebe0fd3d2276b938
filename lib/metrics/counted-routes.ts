/**
 * The areas whose requests are counted, by whole segments: those of people who work with Sorti, of machines, and the
 * reports. All else is left out, since the minute of a call there could be the minute of an answer: the survey, its
 * calls, what its page links to, and what a browser fetches beside any page (decision 0081).
 */
const COUNTED = [
  "/account",
  "/api/auth",
  "/api/health",
  "/api/import-drafts",
  "/api/import-undos",
  "/api/imports",
  "/api/party",
  "/auditor",
  "/hr",
  "/operator",
  "/preview",
  "/reports",
  "/sign-in",
] as const;

/** What a route is not called where the framework knows no name for it: its area, and no more. */
const OTHER = "other";

export type RouteName = { readonly page: string; readonly form: RegExp };

/**
 * What a request is counted as: the route as the app's folders are called, or its area when it is none of them; null
 * when it is not counted. No segment of it is anybody's value.
 *
 * @param path as it stands in the request line, query and all
 * @param routes the framework's routes, the more special first
 */
export function countedAs(path: string, routes: readonly RouteName[]): string | null {
  const [plain = ""] = path.split(/[?#]/);
  const area = COUNTED.find((one) => plain === one || plain.startsWith(`${one}/`));
  if (area === undefined) return null;
  const route = routes.find(({ form }) => form.test(plain));
  return route?.page ?? `${area} (${OTHER})`;
}
