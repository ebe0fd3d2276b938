const BEGINS = "command line: ";

/** How whoever ran a command on the server stands in the logs; `reason` says who and why. */
export const commandLineName = (reason: string): string => `${BEGINS}${reason}`;

const KEY_BEGINS = "api key: ";

/** How a program stands there that imports by a key. */
export const apiKeyName = (name: string): string => `${KEY_BEGINS}${name}`;

/** What the demonstration calls itself where a person would stand. */
const DEMONSTRATION = "demonstration";

/** `t`: the texts of `byWhom`. */
type Texts = (
  key: "apiKey" | "commandLine" | "demonstration" | "removed",
  values: { readonly reason: string },
) => string;

/** Whether somebody stands there by an account's number alone: the account is removed. */
const isNumber = (who: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(who);

/** Who did something, as a sentence names them: a person's name as it is, else what acted instead of a person. */
export function byWhom(who: string, t: Texts): string {
  if (isNumber(who)) return t("removed", { reason: who });
  if (who.startsWith(KEY_BEGINS)) return t("apiKey", { reason: who.slice(KEY_BEGINS.length) });
  const reason = who.startsWith(BEGINS) ? who.slice(BEGINS.length) : null;
  if ((reason ?? who) === DEMONSTRATION) return t("demonstration", { reason: DEMONSTRATION });
  return reason === null ? who : t("commandLine", { reason });
}
