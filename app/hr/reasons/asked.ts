import { type Asked as AskedWords, chosen } from "@/lib/reasons/choice";
import { type ReasonsOverview, reasonsOverview } from "@/lib/reasons/overview";
import type { Releases } from "@/lib/reasons/releases";
import { allCells, madeOfCells } from "@/lib/releases/data";
import { allRounds, askedIn } from "@/lib/rounds/data";

type One = string | string[] | null | undefined;

/** What the page's address asks for. */
export type AskedReasons = { readonly tid?: One; readonly grupp?: One; readonly serie?: One };

/** What an address asks for, page and files alike, with the round that it is read by. */
export type FoundReasons = {
  readonly view: ReasonsOverview;
  readonly round: Releases["round"];
};

/** Read as the reader of the release tables, who reads nothing else; null before any round has been mixed. */
export function askedReasons(asked: AskedReasons): Promise<FoundReasons | null> {
  const { tid, grupp, serie } = asked;
  const words = { period: text(tid), group: text(grupp), series: text(serie) };
  return madeOfCells(["reasons", words], () => foundReasons(words));
}

async function foundReasons(words: AskedWords): Promise<FoundReasons | null> {
  const [cells, rounds] = await Promise.all([allCells(), allRounds()]);
  const latest = rounds.filter(({ state }) => state === "mixed").at(-1);
  if (latest === undefined) return null;
  const { tree, series, groupNames, region } = latest.manifest;
  const round = {
    quarter: latest.quarter,
    tree,
    series,
    groupNames,
    region,
    questionnaire: askedIn(latest),
  };
  const releases = { cells, round };
  const choice = chosen(words, releases);
  return { view: reasonsOverview(releases, choice), round };
}

function text(given: One): string | null {
  return typeof given === "string" ? given : null;
}
