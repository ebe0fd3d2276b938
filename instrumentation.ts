import type { Instrumentation } from "next";
import { failureLine } from "@/lib/cli/failure-line";

/** The framework is told to be quiet, since an error's own words may quote a row: this line is all that is written. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  const line = failureLine(error, routePath);
  if (line !== null) process.stderr.write(`${line}\n`);
};
