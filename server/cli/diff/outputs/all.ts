/** The one list of the outputs of `diff`, in the order in which help names them. Each is loaded when it is asked for. */
import type { Output } from './output';

export const outputs = {
  text: async () => (await import('./text')).text,
  json: async () => (await import('./json')).json,
  html: async () => (await import('./html')).html,
  markdown: async () => (await import('./markdown')).markdown,
} satisfies Readonly<Record<string, () => Promise<Output>>>;
