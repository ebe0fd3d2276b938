import { useTranslations } from "next-intl";
import { CheckList } from "@/components/ui/check-list";
import { roundChecks } from "@/lib/rounds/console-checks";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";

const WHERE: Readonly<Record<string, string>> = {
  mixed: "#steps",
  next: "#next",
  log: "/operator/log",
  manifest: "/operator/log",
  "custodian-keys": "/operator/keys",
};

/** What must hold before publication, each as a sentence; what blocks leads to where it is solved. */
export function RoundChecks({ facts, k }: { readonly facts: ConsoleFacts; readonly k: number }) {
  const t = useTranslations("operator.checks");
  const values = { received: facts.received ?? 0, issued: facts.round.issued ?? 0, k };
  const checks = roundChecks(facts).map(({ id, state }) => {
    const href = state === "blocks" ? WHERE[id] : undefined;
    return {
      id,
      state,
      text: t(`${id}.${state}`, values),
      ...(href ? { link: { href, text: t(`${id}.link`) } } : {}),
    };
  });
  return <CheckList checks={checks} />;
}
