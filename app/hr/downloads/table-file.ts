import { excelFile } from "@/app/hr/downloads/excel-file";
import { recordAccess } from "@/lib/access/mutations";
import type { HrActor } from "@/lib/auth/actor";
import { requireHr } from "@/lib/auth/require";
import { csvFile } from "@/lib/downloads/csv";
import { contentDisposition, FORMATS, type Format, fileName } from "@/lib/downloads/file-name";
import type { Sheet } from "@/lib/downloads/sheet";
import { dayAt } from "@/lib/quarters/today";

const TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Reads what the table shows; null when there is no such table. */
export type SheetReader = (actor: HrActor, query: URLSearchParams) => Promise<Sheet | null>;

/** One of HR's tables as a file, for who may open its page, and noted like it. Takes the page's own filters. */
export async function tableFile(request: Request, read: SheetReader): Promise<Response> {
  const actor = await requireHr();
  const { pathname, searchParams } = new URL(request.url);
  const format = FORMATS.find((one) => one === searchParams.get("format"));
  const sheet = format === undefined ? null : await read(actor, searchParams);
  if (format === undefined || sheet === null) return new Response(null, { status: 404 });
  await recordAccess(actor, pathname);
  return new Response(format === "csv" ? csvFile(sheet) : await excelFile(sheet), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": contentDisposition(fileName(sheet.title, dayAt(new Date()), format)),
      "Cache-Control": "no-store",
    },
  });
}
