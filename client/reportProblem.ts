/** *Evidence: Report a Problem*: a text to read, to complete and to send by oneself. Nothing is sent from here. */
import { env, version, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CountsRequest } from '../server/lsp/protocol';
import type { Host } from './host/host';
import { problemText, type ChangedSetting } from './problemText';

/** Milliseconds that a server gets, which may be what the problem is about. */
const patience = 3000;

export interface ReportParts {
  readonly client: BaseLanguageClient;
  readonly context: ExtensionContext;
  readonly host: Host;
  readonly deaths: () => number;
}

export async function reportProblem({ client, context, host, deaths }: ReportParts): Promise<void> {
  const packageJSON: unknown = context.extension.packageJSON;
  const content = problemText({
    version: String((packageJSON as { readonly version: unknown }).version),
    editor: `${env.appName} ${version} (${env.appHost})`,
    system: host.system,
    isTrusted: workspace.isTrusted,
    deaths: deaths(),
    counts: await countsOf(client),
    settings: changedSettings(packageJSON),
  });
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

async function countsOf(client: BaseLanguageClient): Promise<readonly string[] | undefined> {
  if (!client.isRunning()) return undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  return Promise.race([client.sendRequest(CountsRequest).catch(() => undefined), late]);
}

interface Described {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
    }[];
  };
}

/** Of our own settings only: what others are set to is nobody's business. */
function changedSettings(described: unknown): readonly ChangedSetting[] {
  const { configuration } = (described as Described).contributes;
  const all = configuration.flatMap(({ properties }) => Object.entries(properties));
  return all.flatMap(([name, { enum: choices }]) => {
    const found = workspace.getConfiguration().inspect<unknown>(name);
    const value = found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue;
    return value === undefined ? [] : [{ name, value, choices }];
  });
}
