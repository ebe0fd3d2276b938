import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { VerdictWord } from "@/lib/turnover/verdict";

/** A verdict's two signs: the motion's rule, and more than chance. */
export const SIGNS = {
  prioritise: { overLimit: true, moreThanChance: true },
  watch: { overLimit: true, moreThanChance: false },
  "new-signal": { overLimit: false, moreThanChance: true },
  neither: { overLimit: false, moreThanChance: false },
} as const satisfies Record<VerdictWord, object>;

type VerdictProps = {
  readonly word: VerdictWord;
  /** The numbers behind it, in sentences. */
  readonly children?: ReactNode;
};

/** Mark, word and reason: ”■● Prioritera. Över gränsen alla tre åren …”. */
export function Verdict({ word, children }: VerdictProps) {
  const t = useTranslations("figures.verdict");
  return (
    <p className="verdict">
      <VerdictMark {...SIGNS[word]} />
      <span>
        <b>{t(`said.${word}`)}</b> {children}
      </span>
    </p>
  );
}

/** The four verdicts and what they mean, for the method section. */
export function VerdictKey() {
  const t = useTranslations("figures.verdict");
  return Object.keys(SIGNS).map((word) => (
    <span key={word} className="verdict-key">
      <VerdictMark {...SIGNS[word as VerdictWord]} />
      {t(`meaning.${word}`)}
    </span>
  ));
}
