import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** A page of reports that an address asks for, and what it is made of. */
export type AskedPage = {
  /** The page's own address: whatever a mailer hangs on to it is gone. */
  readonly path: string;
  /** Of which quarter; null of a page that is made of all reports. */
  readonly quarter: Quarter | null;
  /** Null for the latest. */
  readonly version: number | null;
};

const REPORT = /^\/reports\/(\d{4}-Q\d)(?:\/v\/([1-9]\d{0,5}))?$/;
const DATA = /^\/reports\/(\d{4}-Q\d)\/data$/;
const VERSION = /^[1-9]\d{0,5}$/;

/** Made of all reports, and nothing else. */
const OF_ALL: readonly string[] = ["/reports", "/reports/definitions"];
const COMPARE = "/reports/compare";

/** The page of reports that a request line names, query and all; null for every other address. */
export function askedPage(line: string): AskedPage | null {
  const [path = "", query = ""] = line.split("?");
  const asked = new URLSearchParams(query);
  if (OF_ALL.includes(path)) return { path, quarter: null, version: null };
  if (path === COMPARE) return comparePage(asked.get("to"));
  const [, quarter = "", version] = REPORT.exec(path) ?? [];
  if (isQuarter(quarter)) {
    return { path, quarter, version: version === undefined ? null : Number(version) };
  }
  const [, of = ""] = DATA.exec(path) ?? [];
  return isQuarter(of) ? dataPage(path, of, asked.get("version")) : null;
}

/** Up to the latest report, or a quarter's. */
function comparePage(to: string | null): AskedPage | null {
  if (to === null) return { path: COMPARE, quarter: null, version: null };
  return isQuarter(to) ? { path: `${COMPARE}?to=${to}`, quarter: null, version: null } : null;
}

function dataPage(path: string, quarter: Quarter, version: string | null): AskedPage | null {
  if (version === null) return { path, quarter, version: null };
  if (!VERSION.test(version)) return null;
  return { path: `${path}?version=${version}`, quarter, version: Number(version) };
}
