/** Carries a page's own address to the gate. Set by proxy.ts on every request, over whatever a client sent. */
export const PATH_HEADER = "x-sorti-path";
