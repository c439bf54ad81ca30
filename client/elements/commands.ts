/** The commands on elements: show their evidence, copy them, decide that they do not apply. */
import { Uri, env, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveFile } from '../host/activeFile';
import { commands } from '../host/commands';
import { evidenceDescription, nodeName } from '../words/coverageLabels';
import type { ElementSource } from '../portfolios/elementSource';
import { isAsked } from '../portfolios/standards';
import type { EvidenceSource } from '../portfolios/evidenceSource';
import { coverageSummary, elementLink, evidenceLink, isGap } from './text';
import { pickElement, type ElementPickOptions } from './pick';
import {
  elementsOf,
  findElement,
  isElementTarget,
  isEvidenceTarget,
  type ElementIn,
  type ElementTarget,
} from '../portfolios/elements';
import { isWithin, pathWithin } from '../host/fileNames';
import { offerFirstSteps } from '../host/firstSteps';
import { makeEdits } from '../edits/serverEdits';
import { showDone, showInformation, showWarning } from '../host/notices';
import { rowAsItStands, withoutIcons, withoutLinks } from '../../server/words/asItStands';
import { showInput, showPick } from '../host/pickers';

export interface ElementCommands {
  readonly client: BaseLanguageClient;
  readonly source: ElementSource;
  readonly evidence: EvidenceSource;
  readonly activeFile: ActiveFile;
}

/** The handlers of these commands, by the commands' ids. Each takes the row that it was chosen on, if any. */
export function elementCommands(
  parts: ElementCommands,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const { source } = parts;
  return {
    [commands.openEvidence]: (row) => openEvidence(parts, row),
    [commands.copyId]: (row, rows) => copyId(source, row, rows),
    [commands.copyLink]: (row) => copyLink(parts, row),
    [commands.copySummary]: () => copySummary(parts),
    [commands.notApplicable]: (row) => notApplicable(parts, row),
    [commands.applicable]: (row) => applicable(parts, row),
  };
}

/** The element that an argument names, or the one that the user picks. */
export async function elementFrom(
  source: ElementSource,
  argument: unknown,
  options: ElementPickOptions,
): Promise<ElementIn | undefined> {
  if (!isElementTarget(argument)) return pickElement(source, options);
  const found = findElement(await source.current(), argument);
  if (found === undefined)
    void showWarning(`${argument.element} is no element of this portfolio’s standard.`);
  return found;
}

async function openEvidence({ source, evidence: known }: ElementCommands, row: unknown): Promise<void> {
  if (isEvidenceTarget(row)) {
    await window.showTextDocument(Uri.parse(row.uri), { preview: false });
    return;
  }
  const element = await elementFrom(source, row, {
    title: 'Open Evidence of Element',
    placeholder: 'Of which element? Type words or an ID',
    only: ({ node }) => (node.items ?? 0) > 0,
    none: 'No element has evidence yet.',
    inOrder: true,
  });
  if (element === undefined) return;
  const { id } = element.node;
  const evidence = await known.of(element.portfolio.root, id);
  const picked =
    evidence.length > 1
      ? await showPick(
          evidence
            .map((one): QuickPickItem & { readonly uri: string } => ({
              label: one.title,
              description: evidenceDescription(one),
              detail: pathWithin(element.portfolio.root, Uri.parse(one.uri)),
              uri: one.uri,
            }))
            .map(rowAsItStands),
          { title: `Evidence of ${id}`, placeHolder: 'Which one do you want to open?', matchOnDetail: true },
        )
      : evidence[0];
  if (picked !== undefined) await window.showTextDocument(Uri.parse(picked.uri), { preview: false });
  else if (evidence.length === 0) void showInformation(`${id} has no evidence yet.`);
}

async function copyId(source: ElementSource, row: unknown, rows: unknown): Promise<void> {
  const targets: readonly unknown[] = Array.isArray(rows) && rows.length > 1 ? rows : [row];
  const ids = new Set(targets.filter(isElementTarget).map(({ element }) => element));
  if (ids.size === 0) {
    const picked = await pickElement(source, {
      title: 'Copy ID',
      placeholder: 'Of which element? Type words or an ID',
      inOrder: true,
    });
    if (picked === undefined) return;
    ids.add(picked.node.id);
  }
  await copy([...ids].join(', '), `Copied: ${[...ids].join(', ')}`);
}

async function copyLink(
  { source, evidence: known, activeFile }: ElementCommands,
  row: unknown,
): Promise<void> {
  const element = await elementFrom(source, row, {
    title: 'Copy as Markdown Link',
    placeholder: 'Which element? Type words or an ID',
    inOrder: true,
  });
  if (element === undefined) return;
  const { portfolio, node } = element;
  const file = activeFile.current();
  // A link is relative to where it is pasted: most likely into the file that is open.
  const from =
    file !== undefined && isWithin(portfolio.root, file)
      ? Uri.joinPath(file, '..').toString()
      : portfolio.root;
  const all = await known.of(portfolio.root, node.id);
  const rows = isEvidenceTarget(row) ? all.filter(({ uri }) => uri === row.uri) : all;
  const [evidence] = rows;
  const link =
    isEvidenceTarget(row) && evidence ? evidenceLink(evidence, from) : elementLink(node, all, from);
  await copy(link, `Copied: ${link}`);
  if (!isEvidenceTarget(row) && evidence === undefined)
    void showInformation(
      `${node.id} has no evidence that a link could lead to, so its ID and words have been copied.`,
    );
}

async function copySummary({ source, evidence }: ElementCommands): Promise<void> {
  const coverage = await source.current();
  if (coverage === undefined || coverage.portfolios.length === 0) {
    await offerFirstSteps();
    return;
  }
  const summaries = coverage.portfolios.map(async (portfolio) => {
    const gaps = elementsOf([portfolio]).filter(({ node }) => isGap(node));
    const rows = gaps.map(async ({ node }) => [node.id, await evidence.of(portfolio.root, node.id)] as const);
    return coverageSummary(portfolio, new Map(await Promise.all(rows)));
  });
  await copy(
    (await Promise.all(summaries)).join('\n'),
    'The coverage has been copied. Paste it into an e-mail, a report or a note.',
  );
}

async function copy(text: string, told: string): Promise<void> {
  await env.clipboard.writeText(text);
  showDone(told);
}

async function notApplicable({ client, source }: ElementCommands, row: unknown): Promise<void> {
  const element = await elementFrom(source, row, {
    title: 'Not Applicable',
    placeholder: 'Which element does not apply to you? Type words or an ID',
    only: ({ node }) => isAsked(node.state),
  });
  if (element === undefined) return;
  const { id } = element.node;
  const reason = await showInput({
    title: `${id} Is Not Applicable`,
    prompt: `Why does it not apply to you? An assessor will read this. ${withoutLinks(withoutIcons(element.node.text))}`,
    placeHolder: 'For example: No premises that customers visit',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? 'Give the reason: without one, it does not count.' : undefined,
  });
  if (reason === undefined) return;
  await makeEdits(
    client,
    [{ name: 'setNotApplicable', told: { ...targetOf(element), reason: reason.trim() } }],
    { files: manifestOf(element), done: `${nodeName(element.node)} is not applicable: ${reason.trim()}` },
  );
}

async function applicable({ client, source }: ElementCommands, row: unknown): Promise<void> {
  const element = await elementFrom(source, row, {
    title: 'Applicable Again',
    placeholder: 'Which element applies to you after all?',
    only: ({ node }) => node.state === 'not-applicable',
    none: 'Every element applies already.',
  });
  if (element === undefined) return;
  await makeEdits(client, [{ name: 'setApplicable', told: targetOf(element) }], {
    files: manifestOf(element),
    done: `${nodeName(element.node)} applies again.`,
  });
}

export const targetOf = ({ portfolio, node }: ElementIn): ElementTarget => ({
  root: portfolio.root,
  element: node.id,
});

/** The file that holds the decisions; none where the portfolio has none yet: then the server makes it. */
export const manifestOf = ({ portfolio }: ElementIn): readonly Uri[] =>
  portfolio.manifest === null ? [] : [Uri.parse(portfolio.manifest)];
