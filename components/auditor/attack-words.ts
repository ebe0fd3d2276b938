import type { LoggedAttack } from "@/lib/attack/due";
import { listInWords } from "@/lib/wording/names";
import type { Locale } from "@/lib/wording/number";

type Translator = {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  readonly has: (key: string) => boolean;
};

/** `t`: the texts of `auditor-attacks`, `proof`: those of `security.proof`. */
export type AttackTexts = {
  readonly t: Translator;
  readonly proof: Translator;
  readonly locale: Locale;
};

/** What one attack on the installation found, in words: how it went, how much was run, and each failure by its name. */
export function attackInWords(attack: LoggedAttack, { t, proof, locale }: AttackTexts) {
  const { held, occasion, results, seconds } = attack;
  const named = (name: string) => {
    const key = `attackNames.${name.replaceAll(" ", "-")}`;
    return proof.has(key) ? proof(key) : name;
  };
  const run = results.filter(({ outcome }) => outcome !== "no-rights");
  const failures = run
    .filter(({ outcome }) => outcome !== "held")
    .map(({ attack: name, outcome, leaks }) =>
      t("failure", { name: named(name), outcome: proof(`outcomes.${outcome}`, { leaks }) }),
    );
  return {
    occasion: proof(`occasions.${occasion}`),
    outcome: proof(held ? "short.held" : "short.leaked"),
    run: t("runOf", { n: run.length, of: results.length }),
    failures: failures.length === 0 ? t("noFailures") : listInWords(failures, locale),
    seconds: seconds === undefined ? t("unknown") : t("took", { n: seconds }),
  };
}
