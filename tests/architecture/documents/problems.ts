import path from "node:path";
import { commandProblem } from "./commands";
import type { Facts } from "./facts";

export type Document = { readonly file: string; readonly text: string };

const withoutBlocks = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "");

/** What stands in back quotes, outside blocks of code. */
export const codesOf = (text: string): readonly string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** Lines of blocks of code that begin with `sorti`. */
const commandLines = (text: string): readonly string[] =>
  [...text.matchAll(/^ {0,8}(?:npx )?(sorti [^\n#]*)/gm)].map(([, line = ""]) => line.trim());

const TABLE = /^([a-z]+)\.([a-z_]+)(?:\.([a-z_]+))?$/;
const SETTING = /^((?:SORTI|DATABASE_URL|OWNER_URL|NEXTAUTH|SMTP|MAIL)_?[A-Z_]*)(?:=.*)?$/;
const FILE = /^((?:tests|lib|app|docs|prisma|components|public|deploy)\/[^\s:]*)(?:: (.+))?$/;

type Found = readonly (string | undefined)[];
type Check = (facts: Facts, found: Found) => string | null;

const unless = (there: boolean, what: string) => (there ? null : `there is no such ${what}`);

function routeProblem({ routes }: Facts, address: string): string | null {
  const found = routes.some((route) => isAddressOf(route, address));
  return unless(found, "page or call");
}

/** Only what begins with a schema of ours is taken for a table: `mutations.ts` is none. */
function tableProblem({ tables }: Facts, [, schema, table, column]: Found): string | null {
  if (![...tables.keys()].some((name) => name.startsWith(`${schema}.`))) return null;
  const columns = tables.get(`${schema}.${table}`);
  if (columns === undefined) return unless(false, "table");
  return column && columns && !columns.has(column) ? "the table has no such column" : null;
}

/** Whether a route of `app/` is what an address names; a `/` or `…` at its end stands for whatever follows. */
export function isAddressOf(route: string, asked: string): boolean {
  const [plain = ""] = asked.split(/[?#]/);
  const open = /.\/…?$|…$/.test(plain);
  const segments = plain
    .replace(/\/?…?$/, "")
    .split("/")
    .slice(1);
  const parts = route.replace(/\/$/, "").split("/").slice(1);
  const fits = segments.every((one, i) => parts[i] === one || /^\[.+\]$/.test(parts[i] ?? ""));
  return fits && (open ? parts.length >= segments.length : parts.length === segments.length);
}

function fileProblem(facts: Facts, file: string, title: string | undefined): string | null {
  if (!facts.exists(file)) return unless(false, "file");
  if (title === undefined) return null;
  return facts.textOf(file).includes(title) ? null : "no test there has this title";
}

/** What a thing in back quotes looks like, and how it is looked up; the first that fits decides. */
const CHECKS: readonly (readonly [RegExp, Check])[] = [
  [TABLE, tableProblem],
  [/^(?:npx )?sorti (.+)$/, ({ program }, [, line = ""]) => commandProblem(program, line)],
  // A place on a server's disk.
  [/^\/(tmp|(etc|opt|var)\/\S+)$/, () => null],
  [
    /^(?:(?:GET|POST) )?(\/[a-z.{]\S*|\/)$/,
    (facts, [, address = ""]) => routeProblem(facts, address),
  ],
  [SETTING, ({ settings }, [, name = ""]) => unless(settings.has(name), "setting")],
  [FILE, (facts, [, file = "", title]) => fileProblem(facts, file, title)],
  [
    /^(sorti_[a-z_]+)(?:[{ ].*)?$/,
    ({ roles, measured }, [, name = ""]) =>
      unless(roles.has(name) || measured.has(name), "role or measured value"),
  ],
];

/** What is wrong with one thing in back quotes; null also for what is no name of anything checked. */
export function codeProblem(facts: Facts, code: string): string | null {
  for (const [form, check] of CHECKS) {
    const found = form.exec(code);
    if (found) return check(facts, found);
  }
  return null;
}

const numberOf = (text: string) => Number(text.replaceAll(/[   ]/g, "").replace(",", "."));

/** `60 dagar<!-- = NAME -->`: the last number before the comment, and the name of what it must be. */
export const figuresOf = (text: string) =>
  [...text.matchAll(/(\d[\d   ]*(?:,\d+)?)[^\d<]*<!-- = (\w+) -->/g)].map(
    ([, number = "", name = ""]) => ({ number: numberOf(number), name }),
  );

function figureProblems(facts: Facts, { text }: Document): string[] {
  const marked = text.match(/<!-- = \w+ -->/g)?.length ?? 0;
  const figures = figuresOf(text);
  const wrong = figures.filter(({ number, name }) => facts.figures[name] !== number);
  return [
    ...(marked === figures.length ? [] : ["a figure's mark has no number before it"]),
    ...wrong.map(({ number, name }) => `${name} is ${facts.figures[name]} and not ${number}`),
  ];
}

/** A heading's anchor, as the usual readers of Markdown make it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

function linkProblem(facts: Facts, from: string, link: string): string | null {
  if (/^(https?|mailto):/.test(link)) return null;
  const [place = "", anchor] = link.split("#");
  const file = place === "" ? from : path.join(path.dirname(from), place);
  if (!facts.exists(file)) return "leads nowhere";
  if (anchor === undefined) return null;
  const headings = [...facts.textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) => text);
  return headings.some((heading) => anchorOf(heading) === anchor) ? null : "has no such heading";
}

/** Everything in a document that is not so in the code, in words. */
export function problemsOf(facts: Facts, document: Document): readonly string[] {
  const { file, text } = document;
  const links = [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const said = (what: string, problem: string | null) => (problem ? [`${what}: ${problem}`] : []);
  return [
    ...codesOf(text).flatMap((code) => said(code, codeProblem(facts, code))),
    ...commandLines(text).flatMap((line) => said(line, codeProblem(facts, line))),
    ...figureProblems(facts, document),
    ...links.flatMap((link) => said(link, linkProblem(facts, file, link))),
  ].map((problem) => `${file}: ${problem}`);
}
