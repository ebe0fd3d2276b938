import { z } from "zod";
import { openFile } from "@/app/reports/report-file";
import { requireReader } from "@/lib/auth/require";
import { openDataSchema } from "@/lib/reports/open-data-schema";

/** The shape of every report's JSON, as JSON Schema with what each field means. */
export async function GET(): Promise<Response> {
  await requireReader();
  return openFile({
    body: JSON.stringify(z.toJSONSchema(openDataSchema)),
    type: "application/schema+json",
  });
}
