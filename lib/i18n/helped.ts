import { type Catalogue, catalogues } from "@/lib/i18n/catalogues";

const isGroup = (one: Catalogue | string | undefined): one is Catalogue => typeof one === "object";

function keysOf(group: "pages" | "words"): readonly string[] {
  const found = catalogues("sv")["help"]?.[group];
  return isGroup(found) ? Object.keys(found) : [];
}

/** The routes that have help, in the menus' order. The catalogue is the list: help is written nowhere else. */
export const helpedRoutes = (): readonly string[] => keysOf("pages");

/** The words that the pages of help explain. */
export const helpedWords = (): readonly string[] => keysOf("words");
