/** A server that is started, and started anew by hand, whatever it is doing. Nothing here knows VS Code. */

/** As much of the language client as is used. */
export interface Startable {
  /** It has been started, and has not come up yet. */
  isComingUp(): boolean;
  /** The same promise for all who start it until it is up. */
  start(): Promise<void>;
  /** Refuses where the server has not said that it ends. */
  stop(): Promise<void>;
}

/**
 * Starts it anew; whoever asks while that is being done waits for the same.
 * @param patience milliseconds that one that is coming up gets
 */
export function restarter(client: Startable, patience: number): () => Promise<void> {
  let restarting: Promise<void> | undefined;
  return () => (restarting ??= restart(client, patience).finally(() => (restarting = undefined)));
}

async function restart(client: Startable, patience: number): Promise<void> {
  // One that is coming up is new already, and nothing but its end could stop it.
  const came = client.isComingUp() ? await comesUp(client, patience) : 'not yet';
  if (came === 'up') return;
  // One that does not answer any longer is not waited for.
  if (came === 'not yet') await client.stop().catch(() => undefined);
  // What the language client does at an end has to be over.
  await after(0);
  await client.start();
}

const comesUp = (client: Startable, patience: number): Promise<'up' | 'ended' | 'not yet'> =>
  Promise.race([
    client.start().then(
      () => 'up' as const,
      () => 'ended' as const,
    ),
    after(patience).then(() => 'not yet' as const),
  ]);

export interface Beginning {
  readonly start: () => Promise<void>;
  /** How often it has ended by itself. */
  readonly deaths: () => number;
  /** It has not come up. Whether it has ended as well is not known yet. */
  readonly failed: (error: unknown) => void;
  /** It has not come up, and no end of it has been told, to which somebody else would see. */
  readonly notStarted: () => void;
  /** Milliseconds in which an end is told: what is written to a server that ends fails before that. */
  readonly patience: number;
}

export async function begin({ start, deaths, failed, notStarted, patience }: Beginning): Promise<void> {
  const before = deaths();
  try {
    await start();
  } catch (error) {
    failed(error);
    await after(patience);
    if (deaths() === before) notStarted();
  }
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
