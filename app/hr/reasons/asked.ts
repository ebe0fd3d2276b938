import { chosen } from "@/lib/reasons/choice";
import { type ReasonsOverview, reasonsOverview } from "@/lib/reasons/overview";
import type { Releases } from "@/lib/reasons/releases";
import { allCells } from "@/lib/releases/data";
import { allRounds } from "@/lib/rounds/data";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

type One = string | string[] | null | undefined;

/** What the page's address asks for. */
export type AskedReasons = { readonly tid?: One; readonly grupp?: One; readonly serie?: One };

/** What an address asks for, page and files alike, with the round that it is read by. */
export type FoundReasons = {
  readonly view: ReasonsOverview;
  readonly round: Releases["round"];
};

/** Read as the reader of the release tables, who reads nothing else; null before any round has been mixed. */
export async function askedReasons(asked: AskedReasons): Promise<FoundReasons | null> {
  const [cells, rounds] = await Promise.all([allCells(), allRounds()]);
  const latest = rounds.filter(({ state }) => state === "mixed").at(-1);
  if (latest === undefined) return null;
  const { tree, series, groupNames, region } = latest.manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(latest.signed.questionnaire));
  const round = { quarter: latest.quarter, tree, series, groupNames, region, questionnaire };
  const releases = { cells, round };
  const choice = chosen(
    { period: text(asked.tid), group: text(asked.grupp), series: text(asked.serie) },
    releases,
  );
  return { view: reasonsOverview(releases, choice), round };
}

function text(given: One): string | null {
  return typeof given === "string" ? given : null;
}
