/**
 * What assistants in VS Code can ask: tools for language models, and the server of the Model Context Protocol that comes
 * with the extension. Both are newer than the oldest VS Code that we support, and older ones go without.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { AskRequest } from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import { extensionId, extensionName, type Held, type Host } from '../host/host';
import { isWithin } from '../host/fileNames';
import { ifOffered } from '../host/offered';
import type { Served } from './servers';
import { followServers } from './servers';

/** As much of VS Code 1.95 (tools) and 1.101 (servers) as is used: the types are those of the oldest version. */
interface Newer {
  readonly lm: {
    registerTool(name: string, tool: Tool): Held;
    registerMcpServerDefinitionProvider(id: string, provider: ServerProvider): Held;
  };
  readonly LanguageModelTextPart: new (text: string) => object;
  readonly LanguageModelToolResult: new (parts: readonly object[]) => object;
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

interface Tool {
  invoke(options: { readonly input: unknown }): Promise<object>;
  prepareInvocation(): { readonly invocationMessage: string };
}

interface ServerProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(): Promise<readonly object[]>;
}

/** As package.json describes it. */
interface Described {
  readonly name: string;
  readonly displayName: string;
}

const newer = vscode as unknown as Newer;

export function serveAssistants(
  client: BaseLanguageClient,
  coverage: Coverage,
  { extension }: Pick<vscode.ExtensionContext, 'extension'>,
  { program }: Host,
): readonly Held[] {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly languageModelTools: readonly Described[] };
  };
  const tools = contributes.languageModelTools.flatMap(
    (tool) => ifOffered(() => newer.lm.registerTool(tool.name, toolOf(client, tool))) ?? [],
  );
  return program === undefined ? tools : [...tools, ...serversOf(coverage, extension, program)];
}

/** Whoever types changes coverage often; which folders have a portfolio seldom follows, and can wait. */
const delayInMilliseconds = 1000;

/** The servers of the protocol, one for each folder on the disk with a portfolio; none before the folders are trusted. */
function serversOf(
  coverage: Coverage,
  extension: vscode.Extension<unknown>,
  program: string,
): readonly Held[] {
  const { version } = extension.packageJSON as { readonly version: string };
  const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'cli.js').fsPath;
  const changed = new vscode.EventEmitter<void>();
  const servers = followServers({
    ask: () => servedBy(coverage),
    changed: () => changed.fire(),
    delay: delayInMilliseconds,
  });
  const provider: ServerProvider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: async () =>
      (await servers.provide()).map(
        ({ name, path, today }) =>
          new newer.McpStdioServerDefinition(
            `${extensionName}: ${name}`,
            program,
            [script, 'mcp', path, ...(today === '' ? [] : ['--today', today])],
            // VS Code's own program is Node when it is told so: nobody needs to install another one.
            { ELECTRON_RUN_AS_NODE: '1' },
            version,
          ),
      ),
  };
  const served = ifOffered(() => newer.lm.registerMcpServerDefinitionProvider(mcpServers, provider));
  if (!served) return [changed];
  return [
    served,
    // It is asked before the folders have been read, and they come and go.
    coverage.onDidChange(() => servers.mayHaveChanged()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => servers.mayHaveChanged()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => servers.mayHaveChanged()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${extensionId}.today`)) servers.mayHaveChanged();
    }),
    servers,
    changed,
  ];
}

/** As package.json names them. */
const mcpServers = 'evidencePortfolio.mcp';

const toolOf = (client: BaseLanguageClient, { name, displayName }: Described): Tool => ({
  prepareInvocation: () => ({ invocationMessage: `${extensionName}: ${displayName}` }),
  invoke: async ({ input }) => {
    // What is wrong with a question is an answer, too.
    const text = await client.sendRequest(AskRequest, { tool: name.replace(/^.*?_/, ''), input });
    return new newer.LanguageModelToolResult([new newer.LanguageModelTextPart(text)]);
  },
});

/** Folders on the disk in which there is a portfolio; undefined until the server has read them. */
async function servedBy(coverage: Coverage): Promise<readonly Served[] | undefined> {
  // A server is a program that is started there.
  if (!vscode.workspace.isTrusted) return [];
  const portfolios = coverage.hasRead() ? (await coverage.source.current())?.portfolios : undefined;
  if (portfolios === undefined) return undefined;
  const hasPortfolio = ({ uri }: vscode.WorkspaceFolder): boolean =>
    portfolios.some(({ root }) =>
      isWithin(uri.toString(), vscode.Uri.joinPath(vscode.Uri.parse(root), 'portfolio.yaml')),
    );
  return (vscode.workspace.workspaceFolders ?? [])
    .filter((folder) => folder.uri.scheme === 'file' && hasPortfolio(folder))
    .map(({ name, uri }) => ({ name, path: uri.fsPath, today: todayIn(uri) }));
}

/** The same day as in the editor. */
const todayIn = (folder: vscode.Uri): string =>
  vscode.workspace.getConfiguration(extensionId, folder).get<string>('today', '');
