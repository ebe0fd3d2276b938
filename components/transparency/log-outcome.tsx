import { useTranslations } from "next-intl";
import { Finding } from "@/components/ui/finding";
import type { Remembered, Verdict } from "@/lib/transparency/verify";

/** How far a check of the log has come. `remembered`: absent when nothing was asked for. */
export type LogOutcome =
  | { readonly kind: "loading" | "unreadable" | "keyless" }
  | { readonly kind: "counting"; readonly done: number; readonly total: number }
  | {
      readonly kind: "done";
      readonly verdict: Verdict;
      readonly keys: readonly [string, string];
      readonly remembered?: Remembered | null;
    };

type Done = Extract<LogOutcome, { kind: "done" }>;

function RememberedWords({ remembered }: { readonly remembered: Remembered | null }) {
  const t = useTranslations("logCheck");
  if (remembered === null) return <p className="mt-4">{t("remembered.missing")}</p>;
  return <p className="mt-4">{t(`remembered.${remembered.kind}`, { ...remembered })}</p>;
}

function DoneWords({ verdict, keys, remembered }: Done) {
  const t = useTranslations("logCheck");
  const { broken, entries, rounds, head } = verdict;
  if (broken) {
    return (
      <>
        <Finding>{t("broken", { seq: broken.seq })}</Finding>
        <p>{t(`why.${broken.reason}`)}</p>
      </>
    );
  }
  return (
    <>
      <Finding>{t("holds", { n: entries })}</Finding>
      <p className="mt-4">{t("manifests", { n: rounds })}</p>
      {remembered === undefined ? null : <RememberedWords remembered={remembered} />}
      {head === null ? null : (
        <p className="mt-4">
          {t("head")} <span className="fp">{head}</span>
        </p>
      )}
      <p className="mt-4">{t("keys")}</p>
      <ol className="mt-2 list-decimal pl-6">
        {keys.map((key) => (
          <li key={key} className="fp">
            {key}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the check says, in words. */
export function OutcomeWords({ outcome }: { readonly outcome: LogOutcome }) {
  const t = useTranslations("logCheck");
  if (outcome.kind === "done") return <DoneWords {...outcome} />;
  if (outcome.kind === "counting") {
    return <p>{t("counting", { done: outcome.done, total: outcome.total })}</p>;
  }
  return <p>{t(outcome.kind)}</p>;
}
