/** The response headers of the survey page and of its files, by name. */
export type SentHeaders = Readonly<Record<"page" | "files", Readonly<Record<string, string>>>>;

const lines = (
  headers: Readonly<Record<string, string>>,
  write: (n: string, v: string) => string,
) => Object.entries(headers).map(([name, value]) => write(name, value));

/** A `_headers` file, as several static hosts read it: an address, then its headers, indented. */
export function headersFile({ page, files }: SentHeaders, names: readonly string[]): string {
  const block = (address: string, headers: Readonly<Record<string, string>>) => [
    address,
    ...lines(headers, (name, value) => `  ${name}: ${value}`),
  ];
  return `${[
    ...["/svar", "/svar/", "/svar/index.html"].flatMap((address) => block(address, page)),
    ...names.flatMap((name) => block(`/svar/${name}`, files)),
  ].join("\n")}\n`;
}

/**
 * Locations for an nginx server block whose root is the folder above the one with these files, called `svar`.
 * The second form of the page's address is what some mailers make of `/svar#…`.
 */
export function nginxConfiguration({ page, files }: SentHeaders): string {
  const say = (name: string, value: string) => `  add_header ${name} "${value}" always;`;
  return `${[
    'location ~* "^/svar(/?$|/?#)" {',
    "  access_log off;",
    ...lines(page, say),
    "  gzip_static on;",
    "  try_files /svar/index.html =404;",
    "}",
    'location ~ "^/svar/[A-Za-z0-9_-]+[.](js|bin)$" {',
    "  access_log off;",
    ...lines(files, say),
    "  gzip_static on;",
    "}",
  ].join("\n")}\n`;
}
