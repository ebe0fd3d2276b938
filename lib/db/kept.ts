type Kept = { readonly from: unknown; readonly results: Map<string, unknown> };

// Next evaluates a module once per bundle; what is kept must be kept once per process.
const places = globalThis as typeof globalThis & { sortiKept?: Map<string, Kept> };

/** So many results of one place: nobody reads more than a few at a time, and addresses may ask for anything. */
const MOST = 40;

/**
 * A result that is the same for every reader, made once for as long as what it is made from is the same (`from`, by
 * identity): whoever asks says on every call what that is now. A promise that fails is not kept.
 *
 * @param place where results with the same `from` are kept; a new `from` empties it
 * @param name the result, with everything beside `from` that goes into it
 */
export function keptWhile<T>(place: string, from: unknown, name: string, make: () => T): T {
  places.sortiKept ??= new Map();
  const found = places.sortiKept.get(place);
  const { results } = found && found.from === from ? found : fresh(places.sortiKept, place, from);
  if (results.has(name)) return results.get(name) as T;
  const result = make();
  results.set(name, result);
  if (result instanceof Promise) result.catch(() => results.delete(name));
  for (const oldest of results.keys()) {
    if (results.size <= MOST) break;
    results.delete(oldest);
  }
  return result;
}

function fresh(all: Map<string, Kept>, place: string, from: unknown): Kept {
  const kept = { from, results: new Map<string, unknown>() };
  all.set(place, kept);
  return kept;
}
