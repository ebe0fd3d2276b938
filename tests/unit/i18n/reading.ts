import type { Catalogue } from "@/lib/i18n/catalogues";

/** Every text of a catalogue with the path of its key. */
export function texts(catalogue: Catalogue, path = ""): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[at, value] as [string, string]] : texts(value, at);
  });
}

/** An argument that only chooses a form ("is" or "are") tells nothing by itself; a plural with # does. */
function isShown(argument: string): boolean {
  const [, kind] = /^\s*[\w-]+\s*,\s*(\w+)/.exec(argument) ?? [];
  return kind === "select" ? false : kind !== "plural" || argument.includes("#");
}

/**
 * What a message asks to be filled in: names of shown arguments and of tags, sorted. In ICU a brace opens
 * an argument, and inside an argument a sub-message, and so on by turns.
 */
export function placeholders(message: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const { index, 0: sign } of message.matchAll(/[{}]/g)) {
    if (sign === "}") depth -= 1;
    else {
      const rest = message.slice(index + 1);
      const name = /^\s*([\w-]+)/.exec(rest)?.[1];
      if (depth % 2 === 0 && name && isShown(rest)) found.add(name);
      depth += 1;
    }
  }
  for (const [, tag] of message.matchAll(/<([a-z]\w*)>/g)) found.add(`<${tag}>`);
  return [...found].sort();
}
