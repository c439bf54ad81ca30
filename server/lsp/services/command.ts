/** A command of the server: its name in the list of things to undo, and what it does. */
import type { Outcome } from '../../features/editing/outcome';
import type { CommandResult, ServerCommands } from '../protocol';

export interface Command {
  /** What the client may call it, in its list of things to undo. */
  readonly label: string;
  /** What a client sends may be anything. */
  readonly run: (told: Readonly<Record<string, unknown>>) => Promise<Outcome | CommandResult>;
}

export type Commands<Name extends keyof ServerCommands> = Readonly<Record<Name, Command>>;

/** What a client has sent, where it is a text; an empty one where it is anything else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a client has sent, where it is a number. */
export const numberTold = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** The texts of a list that a client has sent; none where it is anything else. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
