import { useTranslations } from "next-intl";
import { Said } from "@/components/hr/said";
import type { UnitWords } from "@/components/hr/unit/sentences";
import type { UnitView } from "@/components/hr/unit/view";
import { Note } from "@/components/ui/note";
import type { Contradiction } from "@/lib/turnover/contradictions";
import { number } from "@/lib/wording/number";

type NoteProps = { readonly view: UnitView; readonly words: UnitWords };

/** What cannot be so in the unit's data, and where it is put right; the figures stand as they were brought in. */
export function ContradictionNote({ view, words }: NoteProps) {
  const t = useTranslations("hrUnit.contradiction");
  if (view.contradictions.length === 0) return null;
  return (
    <Note>
      <p>{t("intro")}</p>
      <ul className="bullets mt-2 max-w-measure">
        {view.contradictions.map((one) => (
          <li key={"year" in one ? `${one.kind} ${one.year}` : one.kind}>
            <Said>{contradictionWords(one, words)}</Said>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        {t("todo")} <a href="/hr/import">{t("link")}</a>
      </p>
    </Note>
  );
}

function contradictionWords(one: Contradiction, { say, locale }: UnitWords): string {
  if (one.kind !== "more-left") return say(`contradiction.${one.kind}`, { count: one.count });
  const { year, left, mean } = one;
  return say("contradiction.more-left", { year: `${year}`, left, mean: number(mean, locale, 1) });
}
