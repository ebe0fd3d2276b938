import { useTranslations } from "next-intl";
import { Finding } from "@/components/ui/finding";
import { MixSteps } from "@/components/ui/mix-steps";
import { Note } from "@/components/ui/note";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import { MIX_LIST, mixStepsDone } from "@/lib/rounds/console-mix";

/** How far the last mix of the round came. */
export type MixRunView = {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
};

type MixingProps = { readonly facts: ConsoleFacts; readonly run: MixRunView | null };

/** The steps of closing and mixing, where the round is among them, and how the last attempt ended. */
export function Mixing({ facts, run }: MixingProps) {
  const t = useTranslations("operator.mix");
  const done = mixStepsDone(facts, facts.mixing ? (run?.step ?? null) : null);
  const of = MIX_LIST.length;
  if (facts.round.state === "set-aside")
    return <Finding>{t(facts.givenUp ? "givenUp" : "setAside")}</Finding>;
  const steps = MIX_LIST.map((id, i) => ({
    id,
    state: i < done ? ("done" as const) : i === done ? ("now" as const) : ("later" as const),
    text: t(`steps.${id}`),
    when: i === done && facts.mixing ? progress(run, t) : i >= done ? t(`when.${id}`) : null,
  }));
  return (
    <>
      <LastAttempt facts={facts} run={run} />
      <div role="status">
        <Finding>
          {done === of
            ? t("done")
            : t(done > MIX_LIST.indexOf("write") ? "written" : "at", { step: done + 1, of })}
        </Finding>
      </div>
      <MixSteps steps={steps} />
    </>
  );
}

function progress(run: MixRunView | null, t: ReturnType<typeof useTranslations>): string | null {
  return run && run.total > 1 ? t("progress", { done: run.done, total: run.total }) : null;
}

function LastAttempt({ facts, run }: MixingProps) {
  const t = useTranslations("operator");
  if (facts.mixing || facts.round.state !== "closed" || !run) return null;
  const key = `problem.${run.problem ?? ""}`;
  return (
    <Note live>
      <p>{run.problem && t.has(key) ? t(key) : t("mix.interrupted")}</p>
    </Note>
  );
}
