import { describe, expect, it } from "vitest";
import { BlockedButton } from "@/components/ui/button";
import { CheckList } from "@/components/ui/check-list";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { CATALOGUES, rendered } from "./rendered";

describe("forms say what is wrong and where", () => {
  it("ties label, hint and error to the field", () => {
    const field = rendered(
      <Field id="name" name="name" label="Namn" hint="Som i registret." error="Skriv ett namn." />,
    );
    expect(field).toContain('<label for="name">Namn</label>');
    expect(field).toContain('aria-describedby="name-hint name-error"');
    expect(field).toContain('aria-invalid="true"');
  });

  it("leads from the summary to the field", () => {
    const summary = rendered(<ErrorSummary errors={[{ id: "name", text: "Skriv ett namn." }]} />);
    expect(summary).toContain('<a href="#name">Skriv ett namn.</a>');
    expect(rendered(<ErrorSummary errors={[]} />)).toBe("");
  });

  it("says beside a button that cannot be pressed why, and keeps it within reach of the keyboard", () => {
    const button = rendered(
      <BlockedButton id="why" why="Svaren är inte blandade.">
        Publicera nu
      </BlockedButton>,
    );
    expect(button).toContain('aria-disabled="true" aria-describedby="why"');
    expect(button).not.toContain(" disabled");
  });
});

describe("what blocks stands first", () => {
  it("whatever order it came in, with its word for those who hear the page", () => {
    const list = rendered(
      <CheckList
        checks={[
          { id: "a", state: "later", text: "HR kan lämna en kommentar." },
          { id: "b", state: "blocks", text: "Svaren är inte blandade." },
        ]}
      />,
    );
    expect(list.indexOf("Svaren är inte blandade.")).toBeLessThan(list.indexOf("HR kan"));
    expect(list).toContain("Hindrar: ");
  });
});

describe("tables", () => {
  it("print words across the row where figures are withheld", () => {
    const table = rendered(
      <Table
        caption="Tabell 1"
        columns={[
          { key: "unit", head: "Enhet" },
          { key: "n", head: "Svar", number: true },
          { key: "m", head: "Medel", number: true },
        ]}
        rows={[{ key: "x", head: "Björken", instead: "Visas inte än." }]}
      />,
    );
    expect(table).toContain(
      '<th scope="row">Björken</th><td colSpan="2" class="wh">Visas inte än.',
    );
  });
});

describe("a table of words on a phone", () => {
  it("is a list: each cell is told by its column's name, and nothing asks to be scrolled", () => {
    const table = rendered(
      <Table
        caption="Versioner"
        narrow="list"
        columns={[
          { key: "version", head: "Version" },
          { key: "saved", head: "Sparad" },
        ]}
        rows={[{ key: "x", head: "Version 2", cells: { saved: "i dag" } }]}
      />,
    );
    expect(table).toContain('<table class="as-list">');
    expect(table).toContain('<td data-label="Sparad">i dag</td>');
    expect(table).not.toContain("data-more");
  });
});

describe("both languages say the same things", () => {
  it("has every text in Swedish and in English", () => {
    const keys = (node: object, path = ""): string[] =>
      Object.entries(node).flatMap(([key, value]) =>
        typeof value === "string" ? [`${path}${key}`] : keys(value, `${path}${key}.`),
      );
    expect(keys(CATALOGUES.en)).toEqual(keys(CATALOGUES.sv));
  });
});
