import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locale } from "@/lib/wording/number";

/** A catalogue: key → text, or a group of keys. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

const FOLDER = path.join("lib", "i18n", "messages");
const read = new Map<Locale, Record<string, Catalogue>>();

/** Every area's texts in one language, `{area: catalogue}`: a new file is a new area, no list to keep. */
export function catalogues(locale: Locale): Record<string, Catalogue> {
  const known = read.get(locale);
  if (known) return known;
  const folder = path.resolve(FOLDER, locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const areas = Object.fromEntries(
    files.map((name) => [
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Catalogue,
    ]),
  );
  read.set(locale, areas);
  return areas;
}
