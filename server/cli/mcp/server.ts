/** The tools of the core as tools of the protocol. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { CallToolResult, Tool as McpTool } from '@modelcontextprotocol/sdk/types.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { schemaOf } from '../../core/answers/input';
import type { Answer, Asked } from '../../core/answers/model';
import { refused } from '../../core/answers/model';
import { ask, tools } from '../../core/answers/tools';
import { remark, written } from '../../core/answers/written';
import { RunError, UsageError } from '../command/errors';
import type { Surroundings } from '../command/surroundings';
import type { KeptFolder } from './keptFolder';

const instructions = `Answers questions about an evidence portfolio: Markdown files that are evidence for the elements of a standard. It reads only, and nothing leaves this computer by it. ${remark}`;

/** Not connected yet. */
// The input of the tools is described as JSON Schema; `McpServer`, which is proposed instead, takes descriptions of zod only.
export function serverOf(
  kept: KeptFolder,
  compare: NonNullable<Asked['compare']>,
  surroundings: Pick<Surroundings, 'version'>,
  // eslint-disable-next-line @typescript-eslint/no-deprecated
): Server {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const server = new Server(
    { name: 'evidence-portfolio', title: 'Evidence Portfolio', version: surroundings.version },
    { capabilities: { tools: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: described }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) =>
    resultOf(
      await answered(async () => {
        const { index, folder, workspace } = await kept.now();
        const asked = { index, folders: [folder], leftOut: workspace.leftOut(), compare };
        return ask(asked, params.name, params.arguments);
      }),
    ),
  );
  return server;
}

const described: McpTool[] = tools.map(({ name, title, description, inputs }) => ({
  name,
  title,
  description,
  inputSchema: { ...schemaOf(inputs), type: 'object' },
  annotations: {
    title,
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    // There is the folder, and no world outside of it.
    openWorldHint: false,
  },
}));

/** What stands in the way of an answer is an answer, too. */
async function answered(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RunError || error instanceof UsageError) return refused(error.message);
    throw error;
  }
}

const resultOf = (answer: Answer): CallToolResult => ({
  content: [{ type: 'text', text: written(answer) }],
  ...(answer.kind === 'refused' ? { isError: true } : {}),
});
