import type { Shelf } from "@/lib/mixing/shuffled-envelopes";
import { openScratch, type Scratch } from "./scratch";

/** Runs with shelves in `folder` to lay envelopes on. They are given up when the work fails, else by `close`. */
export async function withShelves<T>(
  folder: string,
  work: (shelf: (length: number) => Shelf) => Promise<T>,
): Promise<T & { readonly close: () => void }> {
  const opened: Scratch[] = [];
  const close = () => {
    for (const scratch of opened.splice(0)) scratch.close();
  };
  try {
    const result = await work((length) => {
      const scratch = openScratch(folder, length);
      opened.push(scratch);
      return scratch;
    });
    return { ...result, close };
  } catch (cause) {
    close();
    throw cause;
  }
}
