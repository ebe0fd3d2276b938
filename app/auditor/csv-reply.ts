import { csvFile } from "@/lib/downloads/csv";
import { contentDisposition, fileName } from "@/lib/downloads/file-name";
import type { Sheet } from "@/lib/downloads/sheet";
import { dayAt } from "@/lib/quarters/today";

/** A table of the auditor's as a file; nothing on the way keeps it. */
export function csvReply(sheet: Sheet): Response {
  return new Response(csvFile(sheet), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(fileName(sheet.title, dayAt(new Date()), "csv")),
      "Cache-Control": "no-store",
    },
  });
}
