import { failureName, log } from "@/lib/log";

const TOLD = ["error", "warn"] as const;
const NOT_EVEN_TOLD = ["debug", "info", "log", "trace"] as const;

/**
 * From here on only our own lines leave this process. A library that prints an error prints its words, and a
 * database's quote a row: that it wanted to is told.
 */
export function speakOwnWordsOnly(): void {
  for (const method of NOT_EVEN_TOLD) console[method] = () => undefined;
  for (const method of TOLD) {
    console[method] = () => log("library-spoke", { work: `console ${method}` });
  }
  // Node's own listener prints the warning's text.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log("library-spoke", { failure: failureName(warning) }));
  process.on("uncaughtException", (cause) => log("unforeseen", { failure: failureName(cause) }));
  process.on("unhandledRejection", (cause) => log("unforeseen", { failure: failureName(cause) }));
}
