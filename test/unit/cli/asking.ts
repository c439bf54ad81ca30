/** A client of the Model Context Protocol, which asks the answers of a folder. */
import { equal } from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { comparerOf } from '../../../server/cli/mcp/compare';
import { KeptFolder } from '../../../server/cli/mcp/keptFolder';
import { serverOf } from '../../../server/cli/mcp/server';
import { quietSurroundings } from './support';

export interface Reply {
  readonly text: string;
  readonly isError: boolean;
}

/** Asks in a folder, as it is at each question. */
export async function asking(folder: string): Promise<(name: string, input?: object) => Promise<Reply>> {
  const client = new Client({ name: 'test', version: '1' });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const kept = new KeptFolder(folder, undefined, quietSurroundings);
  await serverOf(kept, comparerOf(kept, quietSurroundings), quietSurroundings).connect(far);
  await client.connect(near);
  return async (name, input = {}) => {
    const { content, isError = false } = (await client.callTool({
      name,
      arguments: { ...input },
    })) as { readonly content: readonly { readonly text: string }[]; readonly isError?: boolean };
    equal(content.length, 1);
    return { text: content[0]?.text ?? '', isError };
  };
}
