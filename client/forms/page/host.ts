/** The way to the extension, and what the page keeps while it is hidden. */
import type { FromPage, ToPage } from '../messages';

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();

export const send = (message: FromPage): void => {
  vscode.postMessage(message);
};

/** Calls `heard` with each message of the extension, from now on, and says that the page listens. */
export function listen(heard: (message: ToPage) => void): void {
  // Nobody but the extension can post to this page: VS Code's frame around it passes on no other messages.
  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    heard(data);
  });
  send({ kind: 'ready' });
}

/** What was kept under a name, where it is a number. */
export function kept(name: string): number | undefined {
  const state = vscode.getState();
  const value: unknown = isRecord(state) ? state[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}

export function keep(name: string, value: number): void {
  const state = vscode.getState();
  vscode.setState({ ...(isRecord(state) ? state : {}), [name]: value });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
