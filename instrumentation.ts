import type { Instrumentation } from "next";
import { failureFields } from "@/lib/cli/failure-fields";
import { log } from "@/lib/log";

/** The framework is told to be quiet, since an error's own words may quote a row: this line is all that is written. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  const fields = failureFields(error, routePath);
  if (fields !== null) log("page-failed", fields);
};
