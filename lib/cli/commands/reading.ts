import type { Command } from "commander";
import type { OperatorActor } from "@/lib/auth/actor";
import { operatorByAddress } from "@/lib/auth/command-line-reader";
import { askPassphrase } from "@/lib/cli/passphrase";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { type Coding, openCoding } from "@/lib/coding/data";
import { CodingRefused } from "@/lib/coding/refused";
import { MAX_THEMES } from "@/lib/disclosure/theme-table";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey } from "@/lib/keys/unlock";
import {
  type AtDesk,
  type DeskComment,
  deskNames,
  deskRows,
  nextComment,
  readComment,
} from "@/lib/redaction/data";
import { type Draft, type DraftProblem, draftProblems, draftWarnings } from "@/lib/redaction/draft";
import { MAX_PARAPHRASE, MAX_REASON } from "@/lib/redaction/limits";
import { approveWork, saveWork, sendBack } from "@/lib/redaction/mutations";
import { progressOf } from "@/lib/redaction/queue";
import { THEMES } from "@/lib/themes/code-book";
import { finishCoding } from "@/lib/themes/mutations";

type As = { readonly as: string };
type Desk = Coding & AtDesk;

/** Works at the desk as one of the operator's people, with the comments' key opened for this command alone. */
async function atDesk(as: string, work: (actor: OperatorActor, desk: Desk) => Promise<void>) {
  await withInstallation(async () => {
    const actor = await operatorByAddress(as);
    if (!actor) throw new Refusal(`${as} is no account of the operator's. See sorti account list.`);
    const coding = await openCoding();
    if (!coding) throw new CodingRefused("no-coding");
    const { quarter } = coding;
    const secret = { passphrase: await askPassphrase(1) };
    const key = await unlockCodingKey({ dir: keyDirectory(), quarter }, secret);
    await work(actor, { ...coding, key });
  });
}

const PROBLEMS: Record<DraftProblem, string> = {
  "no-theme": `Give one to ${MAX_THEMES} themes with --theme: ${THEMES.join(", ")}.`,
  "too-many": `At most ${MAX_THEMES} themes.`,
  "nothing-alone": "Who says nothing to be sorted under has no other theme.",
  "no-paraphrase": "Write a paraphrase with --paraphrase, or choose --none.",
  both: "Either --paraphrase or --none.",
  "too-long": `At most ${MAX_PARAPHRASE} characters.`,
};

/** The comment as this reader has it to do now, in lines for a terminal. */
function shown({ id, task, comment, work, seen }: DeskComment): string {
  const made = work
    ? [
        `Themes: ${work.codes.join(", ")}`,
        `Paraphrase: ${work.paraphrase ?? "none"}`,
        ...(work.reason ? [`Sent back: ${work.reason}`] : []),
      ]
    : [];
  return [
    `${id}, to be ${task === "code" ? "coded" : "reviewed"}${seen === "" ? "" : `, --seen ${seen}`}`,
    ...Object.values(comment.texts),
    ...made,
  ].join("\n");
}

async function next({ as }: As): Promise<void> {
  await atDesk(as, async (actor, desk) => {
    const rows = await deskRows(actor);
    const found = await nextComment(actor, desk, rows);
    const { approved, all } = progressOf(rows);
    console.log(found ? shown(found) : "Nothing waits for this reader.");
    console.log(`${approved} of ${all} comments are approved.`);
  });
}

/** What was shown must be what stands there; `task`: what this command does with it. */
async function theirs(actor: OperatorActor, desk: Desk, id: string, task: DeskComment["task"]) {
  const found = await readComment(actor, desk, id);
  if (found?.task !== task) throw new CodingRefused("changed");
  return found;
}

type CodeOptions = As & {
  readonly theme?: readonly string[];
  readonly paraphrase?: string;
  readonly none?: boolean;
  readonly seen?: string;
  readonly sure?: boolean;
};

async function code(id: string, options: CodeOptions): Promise<void> {
  const { as, theme = [], paraphrase = "", none = false, seen = "", sure = false } = options;
  const draft: Draft = { codes: theme, paraphrase, none };
  const problems = draftProblems(draft);
  if (problems.length > 0) {
    const why = problems.map((problem) => PROBLEMS[problem]).join(" ");
    throw new Refusal(`${why} Nothing was saved.`);
  }
  await atDesk(as, async (actor, desk) => {
    const { comment } = await theirs(actor, desk, id, "code");
    const written = Object.values(comment.texts);
    const { identities, repeated } = draftWarnings(paraphrase, written, deskNames());
    if (!sure && (identities.length > 0 || repeated !== null)) {
      throw new Refusal(
        `Look once more at: ${[...identities, ...(repeated ? [repeated] : [])].join("; ")}. If it is right all the same, repeat with --sure. Nothing was saved.`,
      );
    }
    const made = { codes: [...theme], paraphrase: none ? null : paraphrase.trim() };
    await saveWork(actor, desk, id, seen, made);
    console.log("Saved. Another of the operator's people approves it.");
  });
}

type SeenOptions = As & { readonly seen: string };

async function approve(id: string, { as, seen }: SeenOptions): Promise<void> {
  await atDesk(as, async (actor, desk) => {
    // Whoever approves has the comment itself in sight.
    console.log(shown(await theirs(actor, desk, id, "review")));
    await approveWork(actor, id, seen);
    console.log("Approved.");
  });
}

async function sendBackCommand(
  id: string,
  { as, seen, reason }: SeenOptions & { readonly reason: string },
): Promise<void> {
  const why = reason.trim();
  if (why === "" || why.length > MAX_REASON) {
    throw new Refusal(`Say why, in at most ${MAX_REASON} characters. Nothing was changed.`);
  }
  await atDesk(as, async (actor, desk) => {
    await sendBack(actor, desk, { id, seen }, why);
    console.log("Sent back to whoever coded it.");
  });
}

async function finish({ as, confirm }: As & { readonly confirm?: string }): Promise<void> {
  await atDesk(as, async (actor, { quarter, key }) => {
    if (confirm !== quarter) {
      throw new Refusal(
        `The themes are counted once, and the comments and their key are destroyed; it cannot be undone. If every comment is as it should be, repeat with --confirm ${quarter}. Nothing was changed.`,
      );
    }
    await finishCoding(actor, quarter, key, new Date());
    console.log(
      "The reading is finished: the themes are counted, the comments and their key are destroyed.",
    );
  });
}

const collected = (value: string, before: readonly string[] = []) => [...before, value];

/** `sorti texts next|code|approve|return|finish`: the redaction desk. Each reader names their own account. */
export function readingCommands(group: Command): void {
  const step = (name: string, text: string) =>
    group
      .command(name)
      .description(text)
      .requiredOption("--as <address>", "the reader's own account of the operator's");
  step("next", "show the comment that this reader takes up next").action(next);
  step("code <id>", "give a comment themes, and a paraphrase or none")
    .option("--theme <code>", "a theme; may be repeated", collected)
    .option("--paraphrase <text>", "what is published in place of the comment")
    .option("--none", "nothing is published in its place")
    .option("--seen <hash>", "of a comment that was sent back: what was shown")
    .option("--sure", "save although there was something to look at once more")
    .action(code);
  step("approve <id>", "approve what another reader made of a comment")
    .requiredOption("--seen <hash>", "what was shown")
    .action(approve);
  step("return <id>", "send another reader's work back")
    .requiredOption("--seen <hash>", "what was shown")
    .requiredOption("--reason <text>", "why; sealed like the work")
    .action(sendBackCommand);
  step("finish", "when every comment is approved: count the themes, destroy the comments")
    .option("--confirm <quarter>", "the quarter, by whoever has read what is destroyed")
    .action(finish);
}
