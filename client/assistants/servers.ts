/** The servers that assistants are offered, and when to say that they are others. Nothing here knows VS Code. */

/** A folder on the disk with a portfolio, for which a server can be started. */
export interface Served {
  readonly name: string;
  /** A path of this machine. */
  readonly path: string;
  /** The day to judge by; empty: that of the computer. */
  readonly today: string;
}

export interface ServersOptions {
  /** Which there are; undefined as long as nobody can say. */
  readonly ask: () => Promise<readonly Served[] | undefined>;
  /** There are others than were provided last. */
  readonly changed: () => void;
  /** Changes that come within so many milliseconds are one. */
  readonly delay: number;
}

export interface Servers {
  /** Those that there are now; as long as nobody can say, those that there were. */
  provide(): Promise<readonly Served[]>;
  /** Something has changed on which they may depend. */
  mayHaveChanged(): void;
  dispose(): void;
}

export function followServers({ ask, changed, delay }: ServersOptions): Servers {
  let known: readonly Served[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const before = JSON.stringify(known);
    const now = await ask();
    if (now === undefined || JSON.stringify(now) === before) return;
    known = now;
    changed();
  };
  return {
    provide: async () => (known = (await ask()) ?? known),
    mayHaveChanged: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void look();
      }, delay);
    },
    dispose: () => clearTimeout(timer),
  };
}
