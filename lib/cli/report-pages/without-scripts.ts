const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const SCRIPT_HINT = /<link\b[^>]*\bas="script"[^>]*>/g;
// What a renderer leaves for a script that takes the markup over.
const REMARK = /<!--(?!\[if)[\s\S]*?-->/g;

/**
 * A page as it is for a reader without scripts. The report needs none: its charts are drawn, what folds is
 * `details`, and what it offers are links.
 *
 * @param markup as React writes it: `<` stands escaped in every text, attribute and inline script
 */
export function withoutScripts(markup: string): string {
  return markup.replace(SCRIPT, "").replace(SCRIPT_HINT, "").replace(REMARK, "");
}
