import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** Which report an address asks for; `version` is null for the latest. */
export type AskedPage = {
  readonly path: string;
  readonly quarter: Quarter;
  readonly version: number | null;
};

const PAGE = /^\/reports\/(\d{4}-Q\d)(?:\/v\/([1-9]\d{0,5}))?$/;

/** The report page that a request line names, query and all; null for every other address. */
export function askedPage(line: string): AskedPage | null {
  const [path = ""] = line.split("?");
  const [, quarter = "", version] = PAGE.exec(path) ?? [];
  if (!isQuarter(quarter)) return null;
  return { path, quarter, version: version === undefined ? null : Number(version) };
}
