/** What components that also run in the browser say. The rest stays on the server, and out of every page. */
const AREAS = ["common", "errors", "shell"] as const;

export function clientMessages<T>(messages: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    AREAS.flatMap((area) => (messages[area] === undefined ? [] : [[area, messages[area]]])),
  );
}
