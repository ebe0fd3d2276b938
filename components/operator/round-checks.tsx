import { useTranslations } from "next-intl";
import { CheckList } from "@/components/ui/check-list";
import { capital } from "@/lib/reports/sentences/words";
import { type CheckId, roundChecks } from "@/lib/rounds/console-checks";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";

/** Where each check is solved. What another party must do is told on the page of help. */
const WHERE: Readonly<Record<CheckId, string>> = {
  late: "#publish",
  "given-up": "/operator/log",
  mixed: "#steps",
  "set-aside": "#steps",
  received: "#steps",
  "issuer-key": "/operator/keys",
  "custodian-keys": "/operator/keys",
  manifest: "/operator/log",
  next: "#next",
  audit: "/operator/help#word-attacker",
  turnover: "/operator/help#word-headcounts",
  comment: "#publish",
  texts: "/operator/texts",
  log: "/operator/log",
  overdue: "#publish",
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
  const leak = facts.leak ?? "none";
  const values = {
    leak,
    received: facts.received ?? 0,
    issued: facts.round.issued ?? 0,
    k,
    ...texts,
  };
  const checks = roundChecks(facts).map(({ id, state }) => {
    const leads = state === "blocks" || id === "texts";
    return {
      id,
      state,
      text: t(`${id}.${state}`, values),
      ...(leads ? { link: { href: WHERE[id], text: t(`${id}.link`) } } : {}),
    };
  });
  return <CheckList checks={checks} />;
}
