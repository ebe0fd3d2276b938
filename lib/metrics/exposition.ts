/** One figure: `of` tells the sums and buckets of a histogram apart from it. */
export type Sample = {
  readonly of?: "bucket" | "sum" | "count";
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
};

/** Figures of one name, as Prometheus groups them. */
export type Family = {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly Sample[];
};

const escaped = (text: string) => text.replace(/[\\"\n]/g, (c) => (c === "\n" ? "\\n" : `\\${c}`));

function line(name: string, { of, labels = {}, value }: Sample): string {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  const whose = named.length > 0 ? `{${named.join(",")}}` : "";
  return `${name}${of === undefined ? "" : `_${of}`}${whose} ${value}`;
}

export const CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Families in Prometheus' text format, version 0.0.4. A family without a figure is left out. */
export function exposition(families: readonly Family[]): string {
  const told = families.filter(({ samples }) => samples.length > 0);
  return told
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help.replace(/[\\\n]/g, " ")}`,
      `# TYPE ${name} ${type}`,
      ...samples.map((sample) => line(name, sample)),
      "",
    ])
    .join("\n");
}
