import { z } from "zod";
import { FIELDS } from "@/lib/env/fields";

const read = z.object({
  description: z.string(),
  party: z.string(),
  secret: z.boolean().default(false),
  own: z.boolean().default(false),
  type: z.string(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
type Setting = z.infer<typeof read>;

const PARTY: Readonly<Record<string, string>> = {
  both: "both",
  issuer: "employer",
  collector: "external",
};

/** What may be written there, in words. */
function kindOf({ type, minLength, minimum, maximum, format, ...of }: Setting): string {
  if (of.enum) return of.enum.map((value) => `\`${value}\``).join(" or ");
  if (type === "boolean") return "`true` or `false`";
  if (type === "integer") {
    const upTo = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
    return `whole number, ${minimum ?? 0}${upTo ? ` to ${maximum}` : " or more"}`;
  }
  if (format === "uri") return "address";
  return minLength !== undefined && minLength > 1
    ? `text, ${minLength} characters or more`
    : "text";
}

const HEAD = `# Settings

Every setting of a server, as \`lib/env/fields.ts\` validates it when Sorti starts. Written by \`sorti settings\`; a test
compares. A setting that is wrong stops the start with one sentence that names it and never its value, and
\`sorti settings --check\` says the same without starting anything. An empty one counts as none. **Secret** ones belong
in a file that only the server's account reads. How the two parties set them stands in [hosting.md](hosting.md).

| setting | party | value | without it | what it does |
|---|---|---|---|---|
`;

/** What holds when it is not set. */
function fallbackOf({ default: fallback, own }: Setting): string {
  if (fallback === undefined) return "none";
  return own ? `\`${fallback}\` in the demonstration; else no server starts` : `\`${fallback}\``;
}

function row(name: string, setting: Setting): string {
  const kind = setting.secret ? `**secret**, ${kindOf(setting)}` : kindOf(setting);
  const party = PARTY[setting.party] ?? setting.party;
  return `| \`${name}\` | ${party} | ${kind} | ${fallbackOf(setting)} | ${setting.description} |\n`;
}

/** The reference of all settings as a document, made of what validates them. */
export function settingsReference(): string {
  const rows = Object.entries(FIELDS.shape).map(([name, type]) =>
    row(name, read.parse(z.toJSONSchema(type, { unrepresentable: "any" }))),
  );
  return HEAD + rows.join("");
}
