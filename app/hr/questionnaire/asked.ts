import type { AskedLine } from "@/components/hr/asked-table";
import { allRounds } from "@/lib/rounds/data";
import { itemsOf } from "@/lib/survey/items";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { wording } from "@/lib/survey/wording";
import type { Locale } from "@/lib/wording/number";

/** The rounds that are asked now or are signed to be: what both key holders have put their names to. */
export async function askedLines(locale: Locale): Promise<readonly AskedLine[]> {
  const rounds = await allRounds();
  return rounds
    .filter(({ state }) => state === "issuing" || state === "planned")
    .map(({ quarter, state, signed }) => {
      const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
      const { title, version, languages } = questionnaire;
      return {
        ...{ quarter, now: state === "issuing", version, languages },
        title: wording(title, locale),
        questions: itemsOf(questionnaire).length,
      };
    });
}
