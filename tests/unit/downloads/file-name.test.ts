import { expect, test } from "vitest";
import { contentDisposition, fileName } from "@/lib/downloads/file-name";

test("a file is named in the field's words and by its day", () => {
  expect(fileName("Skäl att sluta, hela regionen", "2026-11-22", "csv")).toBe(
    "skäl-att-sluta-hela-regionen-2026-11-22.csv",
  );
});

test("a name can carry nothing into the header but itself", () => {
  const name = fileName('A"\r\nSet-Cookie: x', "2026-11-22", "xlsx");
  expect(name).toBe("a-set-cookie-x-2026-11-22.xlsx");
  expect(contentDisposition("skäl.csv")).toBe(
    "attachment; filename=\"skal.csv\"; filename*=UTF-8''sk%C3%A4l.csv",
  );
});
