import type { Locale } from "@/lib/wording/number";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** One block of a mail: a sentence or two, or the one link. */
export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

function paragraph(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "small":
      return `<p style="font-size:14px;color:#45535c;overflow-wrap:anywhere">${escapeHtml(block.text)}</p>`;
    case "link": {
      const href = escapeHtml(block.href);
      const look = "color:#0b4460;overflow-wrap:anywhere";
      return `<p><b>${escapeHtml(block.text)}:</b><br><a style="${look}" href="${href}">${href}</a></p>`;
    }
  }
}

/** The blocks as HTML that loads nothing: no image, no style sheet, no tracking, and the whole address in sight. */
export function mailHtml(blocks: readonly Block[], title: string, language: Locale): string {
  const body = "max-width:600px;font:18px/1.55 sans-serif;color:#15212a";
  return [
    "<!doctype html>",
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="${body}">`,
    ...blocks.map(paragraph),
    "</body></html>",
    "",
  ].join("\n");
}

/** The same blocks as plain text. */
export function mailText(blocks: readonly Block[]): string {
  const lines = blocks.map((block) =>
    block.kind === "link" ? `${block.text}:\n${block.href}` : block.text,
  );
  return `${lines.join("\n\n")}\n`;
}
