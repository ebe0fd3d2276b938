import type { Command } from "commander";

/** `create|list` names two; `QUARTER`, `1` and `FIL` stand for what is typed in their place. */
const isWord = (token: string) => /^[a-z][a-z|-]*$/.test(token);

const optionOf = (command: Command, flag: string) =>
  command.options.find(({ long }) => long === flag);

/** Commands that a word means, below another one; null when one of them does not exist. */
function below(command: Command, word: string): readonly Command[] | null {
  const named = word.split("|").map((name) => command.commands.find((one) => one.name() === name));
  return named.every((one) => one !== undefined) ? named : null;
}

/** An option or argument that does not belong to a command, in words. */
function stranger(command: Command, tokens: readonly string[]): string | null {
  let taken = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? "";
    if (!token.startsWith("--")) {
      taken += 1;
      continue;
    }
    const option = optionOf(command, token);
    if (!option) return `has no option ${token}`;
    if (option.required) i += 1;
  }
  return taken > command.registeredArguments.length ? "takes fewer arguments" : null;
}

/** What is wrong with a command line as a document writes it, without its leading `sorti`; null when it could be run. */
export function commandProblem(program: Command, line: string): string | null {
  const tokens = (line.match(/"[^"]*"|\S+/g) ?? []).filter((token) => token !== "…");
  return problemBelow(program, tokens);
}

function problemBelow(command: Command, tokens: readonly string[]): string | null {
  const [token, ...rest] = tokens;
  if (token === undefined || token === "--help") return null;
  if (command.commands.length === 0) return stranger(command, tokens);
  const found = isWord(token) ? below(command, token) : null;
  if (!found) return `there is no command ${token}`;
  const [only, another] = found;
  // Several at once: what follows would have to fit them all.
  return only && !another ? problemBelow(only, rest) : null;
}
