/** The one list of the outputs of `check`, in the order in which help names them. Each is loaded when it is asked for. */
import type { Output } from './output';

export const outputs = {
  text: async () => (await import('./text')).text,
  json: async () => (await import('./json')).json,
  github: async () => (await import('./github')).github,
  gitlab: async () => (await import('./gitlab')).gitlab,
  azure: async () => (await import('./azure')).azure,
  sarif: async () => (await import('./sarif')).sarif,
  junit: async () => (await import('./junit')).junit,
  markdown: async () => (await import('./markdown')).markdown,
} satisfies Readonly<Record<string, () => Promise<Output>>>;
