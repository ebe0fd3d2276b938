import { failureName, log } from "@/lib/log";

const METHODS = ["debug", "error", "info", "log", "trace", "warn"] as const;

/**
 * From here on only our own lines leave this process. A library that prints an error prints its words, and a
 * database's quote a row: that it wanted to is told, and how often, as far as a reader can stand it.
 */
export function speakOwnWordsOnly(): void {
  for (const method of METHODS) {
    console[method] = () => log("library-spoke", { work: `console ${method}` });
  }
  // Node's own listener prints the warning's text.
  process.removeAllListeners("warning");
  process.on("warning", (warning) => log("library-spoke", { failure: failureName(warning) }));
  process.on("uncaughtException", (cause) => log("unforeseen", { failure: failureName(cause) }));
  process.on("unhandledRejection", (cause) => log("unforeseen", { failure: failureName(cause) }));
}
