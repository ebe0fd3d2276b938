import { useTranslations } from "next-intl";
import { CheckList } from "@/components/ui/check-list";
import { capital } from "@/lib/reports/sentences/words";
import { roundChecks } from "@/lib/rounds/console-checks";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";

const WHERE: Readonly<Record<string, string>> = {
  mixed: "#steps",
  next: "#next",
  log: "/operator/log",
  manifest: "/operator/log",
  "custodian-keys": "/operator/keys",
  texts: "/operator/texts",
};

/** Whom the comments that are being read wait for, the second reader first, and how many. */
function useTexts({ texts }: ConsoleFacts) {
  const common = useTranslations("common");
  const { first = 0, second = 0 } = texts ?? {};
  const reader = second > 0 ? "second" : first > 0 ? "first" : "nobody";
  const n = second || first;
  return { reader, n, numeral: capital(common("numeral", { n })) };
}

/** What must hold before publication, each as a sentence; what blocks leads to where it is solved. */
export function RoundChecks({ facts, k }: { readonly facts: ConsoleFacts; readonly k: number }) {
  const t = useTranslations("operator.checks");
  const texts = useTexts(facts);
  const values = { received: facts.received ?? 0, issued: facts.round.issued ?? 0, k, ...texts };
  const checks = roundChecks(facts).map(({ id, state }) => {
    const href = state === "blocks" || id === "texts" ? WHERE[id] : undefined;
    return {
      id,
      state,
      text: t(`${id}.${state}`, values),
      ...(href ? { link: { href, text: t(`${id}.link`) } } : {}),
    };
  });
  return <CheckList checks={checks} />;
}
