import { readFileSync } from "node:fs";
import { nameFilter, namesIn } from "@/lib/guard/name-list";

const read = (list: string) => namesIn(readFileSync(`lib/guard/names/${list}.txt`, "utf8"));

export const lists = {
  first: read("first"),
  last: read("last"),
  ordinary: read("ordinary"),
  context: read("context"),
};
export const names = nameFilter(lists);
