/** The words of `mcp`. */
import type { Told } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const words = { folder };

const options = { today };

export type McpTold = Told<typeof words & typeof options>;

export const mcp = command({
  name: 'mcp',
  help: 'answers the questions of assistants over the Model Context Protocol (MCP); reads only',
  words,
  options,
  run: async (told, surroundings) => (await import('./mcp')).mcp(told, surroundings),
});
