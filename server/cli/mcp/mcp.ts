/** `mcp`: a server of the Model Context Protocol on standard input and output. https://modelcontextprotocol.io */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { ensureFolder } from '../folder/portfolios';
import { printable } from '../output/terminal';
import type { McpTold } from './command';
import { comparerOf } from './compare';
import { KeptFolder } from './keptFolder';
import { serverOf } from './server';

/** Ends when whoever asks goes away. @throws RunError where the folder cannot be read */
export async function mcp({ folder, today }: McpTold, surroundings: Surroundings): Promise<ExitStatus> {
  ensureFolder(folder);
  const kept = new KeptFolder(folder, today, surroundings);
  // Who connects is answered at once; the files are read meanwhile, for the first question.
  kept.now().catch(() => undefined);
  const server = serverOf(kept, comparerOf(kept, surroundings), surroundings);
  server.onerror = (error) => surroundings.complain(`evidence-portfolio: ${printable(error.message)}\n`);
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  return 0;
}
