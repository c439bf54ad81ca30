/** What is being typed into the fields of a page and does not stand in the file yet. */

export interface Drafts {
  /** What a field shows: what is being typed, or else what stands in the file. */
  shown(key: string, value: string): string;
  isTyping(key: string): boolean;
  /** Somebody has typed; it is written when they stop for a moment. */
  typed(key: string, text: string): void;
  /** It is written now; answers whether there was something. */
  settle(key: string, save?: boolean): boolean;
  settleAll(save?: boolean): boolean;
  /** What stands in the file stays. */
  forget(key: string): void;
}

/** As long as one stops between two words, and not between two keys. */
const pauseInMilliseconds = 700;

/** @param write is called with what is to stand in the file */
export function createDrafts(write: (key: string, text: string, save: boolean) => void): Drafts {
  const texts = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (key: string): void => {
    clearTimeout(waiting.get(key));
    waiting.delete(key);
  };
  const settle = (key: string, save = false): boolean => {
    const text = texts.get(key);
    if (text === undefined || !waiting.has(key)) return false;
    stop(key);
    write(key, text, save);
    return true;
  };
  return {
    shown: (key, value) => texts.get(key) ?? value,
    isTyping: (key) => texts.has(key),
    typed: (key, text) => {
      stop(key);
      texts.set(key, text);
      waiting.set(
        key,
        setTimeout(() => settle(key), pauseInMilliseconds),
      );
    },
    settle,
    settleAll: (save = false) => {
      const [first, ...others] = [...waiting.keys()];
      for (const key of others) settle(key);
      // One of them saves, and it is written last.
      return first !== undefined && settle(first, save);
    },
    forget: (key) => {
      stop(key);
      texts.delete(key);
    },
  };
}
