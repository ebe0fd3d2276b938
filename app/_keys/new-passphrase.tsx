"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { Field } from "@/components/ui/field";
import type { Strength } from "@/lib/keys/strength";
import { suggestedPassphrase } from "@/lib/keys/suggestion";
import { number } from "@/lib/wording/number";

type NewPassphraseProps = {
  /** Of the first field; the second's is `name-again`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Names around the passphrase, which are guessed first. */
  readonly near: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  /** How often the form has been emptied: what was said of the words before is gone with them. */
  readonly emptied: number;
};

type Judged = { readonly at: number; readonly strength: Strength | null };

const FOREVER = 10_000;

/** A whole number below n, each as likely: what would favour the low ones is drawn again. */
function draw(n: number): number {
  const limit = 2 ** 32 - (2 ** 32 % n);
  for (;;) {
    const [drawn = limit] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < limit) return drawn % n;
  }
}

/** A new passphrase, twice, with its strength in words as it is typed. What is typed stays in the form. */
export function NewPassphrase(props: NewPassphraseProps) {
  const { name, label, hint, near, errors, emptied } = props;
  const t = useTranslations("keys.passphrase");
  const words = useTranslations("keyWords");
  const locale = useWordingLocale();
  const [judged, setJudged] = useState<Judged>({ at: 0, strength: null });
  const strength = judged.at === emptied ? judged.strength : null;
  const [suggestion, setSuggestion] = useState("");
  const newest = useRef("");
  const judge = async (typed: string) => {
    newest.current = typed;
    // The word lists are large and come only for those who type.
    const { strengthOf } = await import("@/lib/keys/strength");
    if (newest.current !== typed) return;
    setJudged({ at: emptied, strength: typed === "" ? null : strengthOf(typed, near) });
  };
  const said = () => {
    if (strength === null) return "";
    if (strength.weakness) return t(`weak.${strength.weakness}`);
    const { years } = strength;
    const rounded = Math.round(years / 10) * 10;
    return t("enough", {
      years: years > FOREVER ? t("manyYears") : t("years", { n: number(rounded, locale) }),
    });
  };
  const field = { type: "password", autoComplete: "new-password", required: true } as const;
  return (
    <>
      <Field
        {...field}
        id={name}
        name={name}
        label={label}
        hint={hint}
        error={strength ? undefined : errors[name]}
        onChange={(event) => void judge(event.currentTarget.value)}
      />
      <p role="status" className="mt-2 mb-6">
        {said()}
      </p>
      <Field
        {...field}
        id={`${name}-again`}
        name={`${name}-again`}
        label={t("again")}
        error={errors[`${name}-again`]}
      />
      <p>
        <button
          type="button"
          className="min-h-11 cursor-pointer text-accent-ink underline"
          onClick={() => setSuggestion(suggestedPassphrase(words("list"), draw))}
        >
          {t("suggest")}
        </button>
      </p>
      <p role="status">{suggestion ? t("suggested", { words: suggestion }) : ""}</p>
    </>
  );
}
