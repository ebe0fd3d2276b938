import { expect, test } from "vitest";
import { pageOf, readPage } from "@/lib/listing/page";
import { MOST_SEARCH, readSearch } from "@/lib/listing/search";

const LINES = Array.from({ length: 650 }, (_, i) => i + 1);

test("every line of a long list is on one page, and each page says which lines it has", () => {
  const pages = [1, 2, 3].map((wanted) => pageOf(LINES, wanted, 300));
  expect(pages.flatMap(({ lines }) => lines)).toEqual(LINES);
  expect(pages.map(({ from, to }) => [from, to])).toEqual([
    [1, 300],
    [301, 600],
    [601, 650],
  ]);
});

test("a page beyond the last is the last, an empty list has one page, and what is no number is the first", () => {
  expect(pageOf(LINES, 99, 300)).toMatchObject({ page: 3, pages: 3 });
  expect(pageOf([], 1, 300)).toMatchObject({ page: 1, pages: 1, lines: [] });
  expect(["2", "0", "-1", "x", "1e3", ["2"], undefined].map(readPage)).toEqual([
    2, 1, 1, 1, 1, 1, 1,
  ]);
});

test("a search that is too long searches for nothing, and loses no word of what was written", () => {
  const long = "x".repeat(MOST_SEARCH + 1);
  expect(readSearch(long)).toEqual({ search: "", typed: long, tooLong: true });
  expect(readSearch(" Björken ")).toEqual({
    search: "Björken",
    typed: " Björken ",
    tooLong: false,
  });
  expect(readSearch(["a", "b"])).toEqual({ search: "", typed: "", tooLong: false });
});
