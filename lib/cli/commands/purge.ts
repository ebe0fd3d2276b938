import type { Command } from "commander";
import { withInstallation } from "@/lib/cli/with-installation";
import { type Disposed, dueNow } from "@/lib/disposal/data";
import { disposeDue } from "@/lib/disposal/mutations";
import { termOf } from "@/lib/disposal/schedule";
import { ruleOf } from "@/lib/disposal/term";
import { scheduleInWords } from "@/lib/disposal/words";
import { translator } from "@/lib/i18n/translator";

type Options = { readonly dryRun?: boolean; readonly json?: boolean };

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

async function purge({ dryRun = false, json = false }: Options): Promise<void> {
  const now = new Date();
  const found = await withInstallation(() => (dryRun ? dueNow(now) : disposeDue(now)));
  const disposed = found.filter(({ count }) => count > 0);
  const told = disposed.map((one) => ({ ...one, rule: ruleOf(termOf(one.class)) }));
  if (json) console.log(JSON.stringify({ dryRun, disposed: told }));
  else for (const line of lines(disposed, dryRun)) console.log(line);
}

/** `sorti purge` */
export function purgeCommand(program: Command): void {
  program
    .command("purge")
    .description("dispose of what the schedule says is due; the server does the same by itself")
    .option("--dry-run", "list what would go and why, and dispose of nothing")
    .option("--json", "counts by class, for programs")
    .action((options: Options) => purge(options));
}
