/**
 * Reads for many at once and never tells anybody something older than the question: whoever asks while a reading
 * runs shares the one that begins after it. A reading that fails, fails for those who waited for it.
 */
export function together<K, T>(read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const running = new Map<K, Promise<T>>();
  const next = new Map<K, Promise<T>>();
  const begin = (key: K): Promise<T> => {
    const reading = read(key).finally(() => {
      if (running.get(key) === reading) running.delete(key);
    });
    running.set(key, reading);
    return reading;
  };
  return (key) => {
    const before = running.get(key);
    if (before === undefined) return begin(key);
    const shared =
      next.get(key) ??
      before
        .catch(() => undefined)
        .then(() => {
          next.delete(key);
          return begin(key);
        });
    next.set(key, shared);
    return shared;
  };
}
