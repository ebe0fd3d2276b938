import { expect, test } from "vitest";
import { FORMATS } from "@/lib/imports/formats";
import { IMPORT_KINDS } from "@/lib/imports/kind-plan";
import { likelyKind } from "@/lib/imports/likely-kind";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a whole file of any kind is known as what it is, whatever it was taken for", () => {
  for (const kind of IMPORT_KINDS) {
    const header = FORMATS[kind].required.map((name) => `"${name.toUpperCase()}"`);
    for (const text of [`\ufeff${header.join(";")}\r\nx`, `${header.join(",")}\nx`])
      for (const taken of IMPORT_KINDS)
        expect(likelyKind(bytes(text), taken), `${kind} as ${taken}`).toBe(
          taken === kind ? null : kind,
        );
  }
});

test("a file that only shares a column with another kind, or is none of them, is offered as none", () => {
  expect(likelyKind(bytes("unit_code;namn;ort\nVC1;x;y"), "departures")).toBeNull();
  expect(likelyKind(bytes(""), "units")).toBeNull();
  expect(likelyKind(bytes("hej\nhopp"), "headcount")).toBeNull();
});
