/** *Evidence: New Evidence for Element…* */
import { QuickPickItemKind, Uri, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DraftEvidenceRequest,
  type CoverageNode,
  type PortfolioCoverage,
} from '../server/lsp/protocol';
import { elementDescription, nodeLabel, stateOrder, states } from './coverageLabels';
import type { CoverageSource } from './coverageSource';
import { createAndOpen, exists } from './createFile';
import { fileNameOf, freeName, withTitle } from './newText';
import { offerFirstSteps } from './firstSteps';
import { stateIcon } from './stateIcons';

/**
 * Creates a first draft of evidence for an element and opens it. `target` is a row of the Coverage view or anything
 * else with `root` and `element`; whatever else, and the user chooses an element from a list.
 */
export async function newEvidence(
  client: BaseLanguageClient,
  source: CoverageSource,
  target: unknown,
): Promise<void> {
  const chosen = isTarget(target) ? target : await pickElement(source);
  if (chosen === undefined) return;
  const title = await askTitle(chosen.element);
  if (title === undefined) return;
  const { root, element } = chosen;
  const draft = await client.sendRequest(DraftEvidenceRequest, { root, elements: [element], title });
  if (draft === null) {
    void window.showErrorMessage(
      `There is no element ${element} in this portfolio’s standard, or the portfolio is no longer open.`,
    );
    return;
  }
  const uri = await placeFor(Uri.parse(draft.uri), title);
  const text = title === '' ? draft.text : withTitle(draft.text, title);
  await createAndOpen(uri, text, `New evidence for ${element}`);
}

interface Target {
  readonly root: string;
  readonly element: string;
}

function isTarget(value: unknown): value is Target {
  return (
    typeof value === 'object' &&
    value !== null &&
    'root' in value &&
    typeof value.root === 'string' &&
    'element' in value &&
    typeof value.element === 'string'
  );
}

async function askTitle(element: string): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: `New Evidence for ${element}`,
    prompt: 'What is this evidence called? The file is named after it. You can leave this empty for now.',
    placeHolder: 'For example: Annual customer survey',
    ignoreFocusOut: true,
  });
  return title?.trim();
}

/** Where the file goes: in the folder that the server chose, under the title's name, and never over another file. */
async function placeFor(suggested: Uri, title: string): Promise<Uri> {
  const folder = Uri.joinPath(suggested, '..');
  const last = suggested.path.slice(suggested.path.lastIndexOf('/') + 1);
  const stem = fileNameOf(title) || last.replace(/\.md$/, '');
  const name = await freeName(stem, (candidate) => exists(Uri.joinPath(folder, candidate)), '.md');
  return Uri.joinPath(folder, name);
}

type ElementPick = QuickPickItem & { readonly target?: Target };

/** Lets the user choose an element by its ID or its words, those without evidence first. */
async function pickElement(source: CoverageSource): Promise<Target | undefined> {
  const portfolios = (await source.current())?.portfolios ?? [];
  if (portfolios.length === 0) {
    await offerFirstSteps();
    return undefined;
  }
  const picked = await window.showQuickPick(elementPicks(portfolios), {
    title: 'New Evidence for Element',
    placeHolder: 'Which element is it for? Type an ID or words of the element',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.target;
}

function elementPicks(portfolios: readonly PortfolioCoverage[]): ElementPick[] {
  const elements = portfolios.flatMap((portfolio) =>
    assessable(portfolio.nodes).map((node) => ({ portfolio, node })),
  );
  const order = ['missing', 'overdue', 'draft', 'evidenced'] satisfies (typeof stateOrder)[number][];
  return order.flatMap((state) => {
    const picks = elements
      .filter(({ node }) => node.state === state)
      .map(({ portfolio, node }): ElementPick => ({
        label: nodeLabel(node),
        description: [elementDescription(node), portfolios.length > 1 ? portfolio.title : '']
          .filter(Boolean)
          .join(' · '),
        detail: node.text,
        iconPath: stateIcon(state),
        target: { root: portfolio.root, element: node.id },
      }));
    return picks.length === 0
      ? []
      : [{ label: states[state].words, kind: QuickPickItemKind.Separator }, ...picks];
  });
}

function assessable(nodes: readonly CoverageNode[]): readonly CoverageNode[] {
  return nodes.flatMap((node) => [...(node.state === undefined ? [] : [node]), ...assessable(node.children)]);
}
