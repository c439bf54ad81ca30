/** VS Code's Markdown preview shows evidence as evidence: what is known of the files that it draws, and links out of it. */
import {
  Uri,
  commands as vscodeCommands,
  env,
  window,
  workspace,
  type Event,
  type ExtensionContext,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FilePreviewRequest, type FilePreview } from '../../server/lsp/protocol';
import { extensionId, type Held } from '../host/host';
import type { AddressOf } from './card';
import { extendWith, type MarkdownIt } from './markdownPlugin';

export interface PreviewParts {
  readonly client: BaseLanguageClient;
  readonly context: ExtensionContext;
  readonly onDidChangeCoverage: Event<unknown>;
  readonly showElement: (target: { readonly root: string; readonly element: string }) => unknown;
}

export interface EvidencePreviews extends Held {
  /** What VS Code asks of whoever has plug-ins for its preview. */
  extendMarkdownIt<Md extends MarkdownIt>(md: Md): Md;
}

const setting = 'markdownPreview';
/** A preview draws while somebody types; what it needs to know is asked for once they pause. */
const delayInMilliseconds = 150;
/** Files of which something is kept: more than anybody has on show. */
const maximumKept = 30;

/** Adds to previews from now on. */
export function showInPreviews(parts: PreviewParts): EvidencePreviews {
  const { client, context, onDidChangeCoverage, showElement } = parts;
  const kept = new Map<string, FilePreview | null>();
  const asking = new Map<string, ReturnType<typeof setTimeout>>();
  const ask = async (address: string): Promise<void> => {
    const answer = await client.sendRequest(FilePreviewRequest, { uri: address }).catch(() => undefined);
    if (answer === undefined || same(kept.get(address) ?? null, answer)) return;
    kept.delete(address);
    kept.set(address, answer);
    for (const [oldest] of kept) if (kept.size > maximumKept) kept.delete(oldest);
    await redraw();
  };
  const later = (address: string): void => {
    clearTimeout(asking.get(address));
    const run = (): void => {
      asking.delete(address);
      void ask(address);
    };
    asking.set(address, setTimeout(run, delayInMilliseconds));
  };
  const { id } = context.extension;
  // A preview follows the addresses of VS Code itself, in a browser too, and not those of editors that are made from it.
  const followed = ['vscode', 'vscode-insiders'].includes(env.uriScheme);
  const addressOf: AddressOf = (root, element) =>
    followed
      ? `${env.uriScheme}://${id}/element?${new URLSearchParams({ root, element }).toString()}`
      : undefined;
  const held: readonly Held[] = [
    onDidChangeCoverage(() => {
      for (const address of kept.keys()) later(address);
    }),
    client.onDidChangeState(() => kept.clear()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${extensionId}.${setting}`)) void redraw();
    }),
    window.registerUriHandler({
      handleUri: (uri) => {
        const asked = new URLSearchParams(uri.query);
        const [root, element] = [asked.get('root'), asked.get('element')];
        if (uri.path === '/element' && root !== null && element !== null) void showElement({ root, element });
      },
    }),
  ];
  return {
    extendMarkdownIt: (md) =>
      extendWith(
        md,
        {
          known: (address) => (isWanted() ? (kept.get(address) ?? undefined) : undefined),
          drawn: (address) => {
            if (isWanted() && Uri.parse(address).path.length > 0) later(address);
          },
        },
        addressOf,
      ),
    dispose: () => {
      for (const timer of asking.values()) clearTimeout(timer);
      for (const part of held) part.dispose();
    },
  };
}

const isWanted = (): boolean => workspace.getConfiguration(extensionId).get(setting, true);

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Previews draw anew; where VS Code's Markdown extension is switched off, there are none. */
async function redraw(): Promise<void> {
  await Promise.resolve(vscodeCommands.executeCommand('markdown.preview.refresh')).catch(() => undefined);
}
