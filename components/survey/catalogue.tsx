import { createContext, useContext } from "react";

/** One language's texts: keys inside keys, sentences with `{name}` where something is filled in. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

export type Params = Readonly<Record<string, string | number>>;

function find(catalogue: Catalogue, path: string): string {
  let at: string | Catalogue | undefined = catalogue;
  for (const key of path.split(".")) at = typeof at === "object" ? at[key] : undefined;
  return typeof at === "string" ? at : path;
}

/** Fills in `{name}`; the same text is valid ICU, so every page may read one catalogue. */
export function textOf(catalogue: Catalogue, path: string, params: Params = {}): string {
  return find(catalogue, path).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}

export type Speech = {
  readonly language: string;
  readonly catalogue: Catalogue;
  /** What the questionnaire's own texts fill in: `{region}`, `{k}`. */
  readonly params: Params;
};

const SpeechContext = createContext<Speech>({ language: "sv", catalogue: {}, params: {} });

/** The language the survey speaks now. */
export const Speaking = SpeechContext.Provider;

/** `t(key, params)`: a sentence of the page's own catalogue. */
export function useText(): (path: string, params?: Params) => string {
  const { catalogue } = useContext(SpeechContext);
  return (path, params) => textOf(catalogue, path, params);
}

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}
