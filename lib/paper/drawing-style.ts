const COMMENT = /\/\*[\s\S]*?\*\//g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const TOKEN = /(--[\w-]+):\s*([^;]+);/g;

/** The tokens as paper has them: those for print, where there are any, over those for every page. */
function paperTokens(css: string): ReadonlyMap<string, string> {
  const [every = "", print = ""] = css.replace(COMMENT, "").split("@media print");
  const [light = ""] = every.split("@media");
  return new Map(
    [...`${light}${print}`.matchAll(TOKEN)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/**
 * The charts' grammar as one style sheet for a drawing that stands alone, with every token resolved: whoever
 * sets paper knows no custom properties.
 *
 * @param tokens the text of properties.css
 * @param grammar the text of the files that hold the marks' rules; what stands under a condition is left out
 */
export function drawingStyle(tokens: string, grammar: readonly string[]): string {
  const known = paperTokens(tokens);
  const rules = grammar.flatMap((css) => {
    const [unconditional = ""] = css.replace(COMMENT, "").split("@");
    return [...unconditional.matchAll(RULE)].map(([, of = "", says = ""]) => ({
      of: of.trim(),
      says,
    }));
  });
  return rules
    .filter(({ of }) => /^(svg \.|\.vm \.)/.test(of))
    .map(({ of, says }) => `${of.replace(/^(svg|\.vm) /, "")}{${resolved(says, known)}}`)
    .join("");
}

function resolved(says: string, known: ReadonlyMap<string, string>): string {
  return says
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => known.get(name) ?? "none")
    .replaceAll(/\s+/g, " ");
}
