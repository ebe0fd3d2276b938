import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { type Disposed, dueNow } from "@/lib/disposal/data";
import { disposeDue } from "@/lib/disposal/mutations";
import { termOf } from "@/lib/disposal/schedule";
import { ruleOf } from "@/lib/disposal/term";
import { scheduleInWords } from "@/lib/disposal/words";
import { judgeClock } from "@/lib/disposal-clock/data";
import { confirmClock, readDisposalTime } from "@/lib/disposal-clock/mutations";
import { believed, JUMP_DAYS, type Judged, waitsFor } from "@/lib/disposal-clock/rule";
import { translator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/quarters/today";

type Options = {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly clockIsRight?: boolean;
};

/** Counts by class, with the rule that says so; never whom. */
function lines(disposed: readonly Disposed[], dryRun: boolean): string[] {
  const t = translator("en", "disposal");
  const words = new Map(scheduleInWords(t).map((one) => [one.id, one]));
  return [
    ...disposed.map(({ class: id, count }) =>
      t("command.line", {
        n: count,
        what: words.get(id)?.what ?? id,
        term: words.get(id)?.term ?? "",
      }),
    ),
    ...(disposed.length === 0 ? [t("command.none")] : []),
    ...(dryRun ? [t("command.dryRun")] : []),
  ];
}

/** Why what is due by date waits, for whoever may say that the clock is right; null when nothing waits. */
function waiting(judged: readonly Judged[]): string | null {
  const waits = waitsFor(judged);
  if (waits === null) return null;
  const t = translator("en", "disposal");
  const since = dayAt(waits.seen ?? new Date());
  return `${t(`clock.${waits.verdict}`, { since, days: JUMP_DAYS })} ${t(`command.${waits.verdict}`)}`;
}

async function confirmed(now: Date): Promise<void> {
  const verdict = await confirmClock(commandLineActor("operator", "purge"), now);
  const t = translator("en", "disposal");
  if (verdict === "ahead") throw new Refusal(`${t("clock.ahead")} ${t("command.ahead")}`);
}

async function purge({
  dryRun = false,
  json = false,
  clockIsRight = false,
}: Options): Promise<void> {
  const now = new Date();
  const { found, waits } = await withInstallation(async () => {
    if (clockIsRight && !dryRun) await confirmed(now);
    const judged = await judgeClock(now);
    const until = dryRun ? believed(now, judged) : await readDisposalTime(now);
    const found = await (dryRun ? dueNow(until) : disposeDue(until));
    return { found, waits: waiting(judged) };
  });
  const disposed = found.filter(({ count }) => count > 0);
  const told = disposed.map((one) => ({ ...one, rule: ruleOf(termOf(one.class)) }));
  if (json) console.log(JSON.stringify({ dryRun, waits: waits !== null, disposed: told }));
  else for (const line of lines(disposed, dryRun)) console.log(line);
  if (!json && waits !== null) console.log(waits);
}

/** `sorti purge` */
export function purgeCommand(program: Command): void {
  program
    .command("purge")
    .description("dispose of what the schedule says is due; the server does the same by itself")
    .option("--dry-run", "list what would go and why, and dispose of nothing")
    .option("--clock-is-right", "go on although the clock has moved far: somebody has looked at it")
    .option("--json", "counts by class, for programs")
    .action((options: Options) => purge(options));
}
