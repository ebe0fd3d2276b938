const segmentsOf = (path: string) => (path.split(/[?#]/)[0] ?? "").split("/").filter(Boolean);

/** A folder of Next's such as `[code]` stands for any one segment. */
const isAny = (segment: string) => segment.startsWith("[");

/**
 * The route that an address belongs to (`/hr/units/VC04` → `/hr/units/[code]`), query or not; null when it is none
 * of these. A route that spells the address out goes before one that leaves a segment open, as in Next.
 */
export function pageOf(path: string, routes: readonly string[]): string | null {
  const asked = segmentsOf(path);
  const fits = routes.filter((route) => {
    const own = segmentsOf(route);
    return own.length === asked.length && own.every((one, i) => isAny(one) || one === asked[i]);
  });
  const open = (route: string) => segmentsOf(route).filter(isAny).length;
  return fits.sort((a, b) => open(a) - open(b))[0] ?? null;
}

/** Where a page's help stands on its area's page of help: `/hr/units/[code]` → `units-code`, the area itself `start`. */
export function anchorOf(route: string): string {
  const [, ...rest] = segmentsOf(route);
  return rest.map((one) => one.replace(/[[\]]/g, "")).join("-") || "start";
}
