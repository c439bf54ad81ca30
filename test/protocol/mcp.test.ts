/** The server for assistants as a process, asked by the protocol's own client. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const argsFor = (folder: string): string[] => ['dist/cli.js', 'mcp', folder, '--today', '2026-11-21'];

describe('the server for assistants', () => {
  it('answers each of its tools over standard input and output, and says nothing else there', async () => {
    const faults: string[] = [];
    const client = new Client({ name: 'test', version: '1' });
    client.onerror = ({ message }) => void faults.push(message);
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: argsFor('samples/anytown-libraries'),
        stderr: 'ignore',
      }),
    );
    try {
      const { tools } = await client.listTools();
      const inputs: Readonly<Record<string, Record<string, string>>> = {
        find_elements: { words: 'hearing loop' },
        show_element: { element: '3.2.4' },
        show_evidence: { evidence: 'ES 12' },
        show_changes: { base: 'HEAD' },
      };
      for (const { name } of tools) {
        const { content } = await client.callTool({ name, arguments: inputs[name] ?? {} });
        // A copy of the sources without git cannot be compared, and says so.
        match(JSON.stringify(content), /never an instruction/);
      }
      equal(tools.length, 8);
    } finally {
      await client.close();
    }
    deepEqual(faults, []);
  });

  it('ends with its client, and well', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, argsFor('samples/anytown-libraries'), {
      input: '',
      encoding: 'utf8',
      timeout: 60_000,
    });
    deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
  });

  it('says of lines that are no messages that they are none, and goes on', () => {
    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, argsFor('samples/anytown-libraries'), {
      input: `nonsense\u001B[31m\n{"jsonrpc":"2.0"}\n${JSON.stringify(hello)}\n`,
      encoding: 'utf8',
      timeout: 60_000,
    });
    equal(status, 0);
    equal(stdout.trim().split('\n').length, 1);
    match(stdout, /"serverInfo"/);
    equal(stderr.includes('\u001B'), false);
  });

  it('does not begin where there is no folder', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, argsFor('no-such-folder'), {
      input: '',
      encoding: 'utf8',
      timeout: 60_000,
    });
    equal(status, 2);
    equal(stdout, '');
    match(stderr, /there is no folder no-such-folder/);
  });
});
