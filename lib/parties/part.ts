/** The two parties (design 2): the issuer knows who was invited, the collector receives what they answer. */
export type Part = "issuer" | "collector";

/** What a process runs as: one of them, or both in one. */
export const PARTS = ["issuer", "collector", "both"] as const;
export type Parts = (typeof PARTS)[number];

/** Whether a process that runs as `parts` does the work of `part`. */
export const plays = (parts: Parts, part: Part): boolean => parts === "both" || parts === part;
