/** What a door is told of a request: the web's own `Request` is one, and so is what our server makes of Node's. */
export type Call = {
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
};
