/** The commands on evidence: name elements in it, take them out, mark it reviewed, insert guidance. */
import { Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ThisFileRequest, type ThisFile } from '../../server/lsp/protocol';
import type { ActiveFile } from '../host/activeFile';
import { commands } from '../host/commands';
import { count } from '../../server/words/counts';
import type { ElementSource } from '../portfolios/elementSource';
import { isAsked } from '../portfolios/standards';
import { pickElement, pickElements } from '../elements/pick';
import {
  isElementTarget,
  isEvidenceTarget,
  type ElementIn,
  type ElementTarget,
  type EvidenceTarget,
} from '../portfolios/elements';
import { isMarkdown, isWithin, nameOf } from '../host/fileNames';
import { bodyStart } from '../edits/newText';
import { showText } from './showText';
import { makeEdits, type ServerEdit } from '../edits/serverEdits';
import { showInformation, showWarning } from '../host/notices';

export interface EvidenceCommands {
  readonly client: BaseLanguageClient;
  readonly source: ElementSource;
  readonly activeFile: ActiveFile;
}

/** What dragging does, too. */
export interface EvidenceActions {
  readonly add: (files: readonly Uri[], targets: readonly ElementTarget[]) => Promise<void>;
  readonly move: (evidence: readonly EvidenceTarget[], target: ElementTarget) => Promise<void>;
}

export function evidenceActions({ client, source }: EvidenceCommands): EvidenceActions {
  return {
    add: (files, targets) => addTo(client, source, files, targets),
    move: (evidence, target) => moveTo(client, evidence, target),
  };
}

/** The handlers of these commands, by the commands' ids. Each takes the row, and all rows, it was chosen on, if any. */
export function evidenceCommands(
  parts: EvidenceCommands,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    [commands.addToElement]: (row, rows) => addToElement(parts, row, rows),
    [commands.moveToElement]: (row, rows) => moveToElement(parts, row, rows),
    [commands.removeFromElement]: (row, rows) => removeFromElement(parts, row, rows),
    [commands.markReviewed]: (row, rows) => markReviewed(parts, row, rows),
    [commands.approve]: (row, rows) => approve(parts, row, rows),
    [commands.insertGuidance]: (row) => insertGuidance(parts, row),
    [commands.makeEvidence]: (uri) => makeEvidence(parts, uri),
  };
}

async function addToElement(parts: EvidenceCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = evidenceRows(row, rows);
  const files = chosen.length > 0 ? chosen.map(({ uri }) => Uri.parse(uri)) : filesFrom(parts, row, rows);
  if (files === undefined) return;
  const names = files.map(nameOf).join(', ');
  const targets =
    chosen.length === 0 && isElementTarget(row)
      ? [row]
      : await chooseTargets(parts.source, {
          title: `Add ${names} to Elements`,
          placeholder: 'What is it evidence for? Type words or an ID; tick one or more',
          without: await elementsIn(parts.client, files),
          file: files.length === 1 ? files[0] : undefined,
        });
  if (targets !== undefined) await addTo(parts.client, parts.source, files, targets);
}

async function chooseTargets(
  source: ElementSource,
  {
    title,
    placeholder,
    without,
    file,
  }: {
    readonly title: string;
    readonly placeholder: string;
    readonly without: ReadonlySet<string>;
    /** What it is to be evidence: elements that its words fit come first. */
    readonly file: Uri | undefined;
  },
): Promise<readonly ElementTarget[] | undefined> {
  const picked = await pickElements(source, {
    title,
    placeholder,
    only: ({ node }) => isAsked(node.state) && !without.has(node.id),
    ...(file === undefined ? {} : { likely: { uri: file.toString(), text: await textOf(file) } }),
  });
  return picked?.map(targetOf);
}

/** As far as its subject needs; empty where the file cannot be read as text. */
async function textOf(file: Uri): Promise<string> {
  try {
    return (await workspace.openTextDocument(file)).getText().slice(0, charactersForSubject);
  } catch {
    return '';
  }
}

const charactersForSubject = 50_000;

/** Names elements in files; those that are no evidence yet become some. */
async function addTo(
  client: BaseLanguageClient,
  source: ElementSource,
  files: readonly Uri[],
  targets: readonly ElementTarget[],
): Promise<void> {
  const [first] = targets;
  if (first === undefined) return;
  const within = files.filter((file) => isMarkdown(file) && isWithin(first.root, file));
  if (within.length < files.length) {
    const portfolio = (await source.current())?.portfolios.find(({ root }) => root === first.root);
    void showWarning(
      `Only Markdown files in the folder of ${portfolio?.title ?? 'the portfolio'} can be evidence in it. Move the file there first.`,
    );
  }
  if (within.length === 0) return;
  const ids = targets.map(({ element }) => element);
  const edits = within.flatMap((file) =>
    ids.map((element): ServerEdit => ({ name: 'addElement', told: { uri: file.toString(), element } })),
  );
  const names = within.length === 1 ? within.map(nameOf).join('') : count(within.length, 'file');
  const verb = within.length === 1 ? 'names' : 'name';
  if (!(await makeEdits(client, edits, { files: within, done: `${names} ${verb} ${ids.join(', ')} now.` })))
    return;
  for (const file of within) {
    if ((await thisFileOf(client, file)) !== undefined) continue;
    void showWarning(
      `The portfolio leaves ${nameOf(file)} out: see “include” and “exclude” in portfolio.yaml.`,
    );
  }
}

async function moveToElement(parts: EvidenceCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = evidenceRows(row, rows);
  const evidence =
    chosen.length > 0 ? chosen : await chooseFrom(parts, 'Move to Element', 'Which element is it to leave?');
  const [first] = evidence ?? [];
  if (evidence === undefined || first === undefined) return;
  const target = await pickElement(parts.source, {
    title: `Move from ${[...new Set(evidence.map(({ element }) => element))].join(', ')}`,
    placeholder: 'To which element? Type words or an ID',
    only: ({ portfolio, node }) =>
      portfolio.root === first.root && isAsked(node.state) && node.id !== first.element,
  });
  if (target !== undefined) await moveTo(parts.client, evidence, targetOf(target));
}

async function moveTo(
  client: BaseLanguageClient,
  evidence: readonly EvidenceTarget[],
  { root, element }: ElementTarget,
): Promise<void> {
  const moving = evidence.filter((one) => one.root === root && one.element !== element);
  if (evidence.some((one) => one.root !== root)) {
    void showWarning('Evidence stays in its own portfolio. To use it in another one, move the file.');
  }
  if (moving.length === 0) return;
  const edits = moving.map((one): ServerEdit => ({
    name: 'moveEvidence',
    told: { uri: one.uri, from: one.element, to: element },
  }));
  const files = uniqueFiles(moving);
  const names = files.length === 1 ? files.map(nameOf).join('') : count(files.length, 'file');
  const from = [...new Set(moving.map((one) => one.element))].join(', ');
  await makeEdits(client, edits, { files, done: `${names} has moved from ${from} to ${element}.` });
}

async function removeFromElement(parts: EvidenceCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = evidenceRows(row, rows);
  const evidence =
    chosen.length > 0 ? chosen : await chooseFrom(parts, 'Remove from Element', 'From which element?');
  if (evidence === undefined || evidence.length === 0) return;
  const edits = evidence.map(({ uri, element }): ServerEdit => ({
    name: 'removeElement',
    told: { uri, element },
  }));
  const files = uniqueFiles(evidence);
  const names = files.length === 1 ? files.map(nameOf).join('') : count(files.length, 'file');
  const ids = [...new Set(evidence.map(({ element }) => element))].join(', ');
  await makeEdits(parts.client, edits, { files, done: `${names} no longer names ${ids}.` });
}

/** What somebody has looked through and stands by: from now on it counts as current. */
async function approve(parts: EvidenceCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = evidenceRows(row, rows);
  const files = chosen.length > 0 ? uniqueFiles(chosen) : filesFrom(parts, row, rows);
  if (files === undefined) return;
  const told = { uris: files.map(String), values: { status: ['approved'] } };
  const names = files.length === 1 ? files.map(nameOf).join('') : count(files.length, 'file');
  await makeEdits(parts.client, [{ name: 'setDetails', told }], {
    files,
    done: `${names} ${files.length === 1 ? 'is' : 'are'} approved now.`,
  });
}

async function markReviewed(parts: EvidenceCommands, row: unknown, rows: unknown): Promise<void> {
  const chosen = evidenceRows(row, rows);
  const files = chosen.length > 0 ? uniqueFiles(chosen) : filesFrom(parts, row, rows);
  if (files === undefined) return;
  const edits = files.map((file): ServerEdit => ({ name: 'markReviewed', told: { uri: file.toString() } }));
  const names = files.length === 1 ? files.map(nameOf).join('') : count(files.length, 'file');
  await makeEdits(parts.client, edits, {
    files,
    done: `${names} is reviewed as of today. It is to be looked at again in a year.`,
  });
}

async function insertGuidance(parts: EvidenceCommands, row: unknown): Promise<void> {
  const { client, source, activeFile } = parts;
  const file = isEvidenceTarget(row) ? Uri.parse(row.uri) : activeFile.current();
  const view = file && (await thisFileOf(client, file));
  if (file === undefined || view === undefined) {
    sayOpenEvidence();
    return;
  }
  const named = new Set(view.elements.map(({ id }) => id));
  const only = view.elements.filter(({ guidance }) => guidance.length > 0);
  const element = isElementTarget(row)
    ? row.element
    : only.length === 1
      ? only[0]?.id
      : (
          await pickElement(source, {
            title: 'Insert Guidance',
            placeholder: 'The guidance of which element? Type words or an ID',
            only: ({ portfolio, node }) =>
              portfolio.root === view.root && named.has(node.id) && (node.guidance ?? []).length > 0,
            none: 'The standard gives no guidance for the elements of this file.',
            inOrder: true,
          })
        )?.node.id;
  if (element === undefined) return;
  const offset = isEvidenceTarget(row) ? undefined : cursorInBody(file);
  await makeEdits(
    client,
    [
      {
        name: 'insertGuidance',
        told: { uri: file.toString(), element, ...(offset === undefined ? {} : { offset }) },
      },
    ],
    { files: [file], done: '' },
  );
}

/** Where the cursor is below the block at the top; undefined where it is in it, or in another editor. */
function cursorInBody(file: Uri): number | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== file.toString()) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  return offset > bodyStart(editor.document.getText()) ? offset : undefined;
}

async function makeEvidence(parts: EvidenceCommands, argument: unknown): Promise<void> {
  const file = argument instanceof Uri ? argument : parts.activeFile.current();
  if (file === undefined || !isMarkdown(file)) {
    void showInformation('Open the Markdown file that is to be evidence, then choose this again.');
    return;
  }
  if ((await thisFileOf(parts.client, file)) !== undefined) {
    void showInformation(`${nameOf(file)} is evidence already.`);
    return;
  }
  const targets = await chooseTargets(parts.source, {
    title: `Make ${nameOf(file)} Evidence`,
    placeholder: 'What is it evidence for? Type words or an ID; tick one or more',
    without: new Set(),
    file,
  });
  if (targets === undefined) return;
  await addTo(parts.client, parts.source, [file], targets);
  await showText(file);
}

async function thisFileOf(client: BaseLanguageClient, file: Uri): Promise<ThisFile | undefined> {
  return (await client.sendRequest(ThisFileRequest, { uri: file.toString() })) ?? undefined;
}

async function elementsIn(client: BaseLanguageClient, files: readonly Uri[]): Promise<ReadonlySet<string>> {
  const [only, ...others] = files;
  if (only === undefined || others.length > 0) return new Set();
  return new Set((await thisFileOf(client, only))?.elements.map(({ id }) => id));
}

/** The files that the explorer gives, or the one that the user works on; undefined, after saying so, where there is none. */
function filesFrom(
  { activeFile }: EvidenceCommands,
  argument: unknown,
  others: unknown,
): readonly Uri[] | undefined {
  const several = Array.isArray(others) ? others.filter((one) => one instanceof Uri) : [];
  if (several.length > 0) return several;
  const file = argument instanceof Uri ? argument : activeFile.current();
  if (file !== undefined && isMarkdown(file)) return [file];
  sayOpenEvidence();
  return undefined;
}

function sayOpenEvidence(): void {
  void showInformation('Open a piece of evidence first, then choose this again.');
}

/** Lets the user choose one of the elements that the active file names. */
async function chooseFrom(
  { client, source, activeFile }: EvidenceCommands,
  title: string,
  placeholder: string,
): Promise<readonly EvidenceTarget[] | undefined> {
  const file = activeFile.current();
  const view = file && (await thisFileOf(client, file));
  if (view === undefined) {
    sayOpenEvidence();
    return undefined;
  }
  const named = view.elements.filter(({ state }) => state !== undefined).map(({ id }) => id);
  const [only] = named;
  if (only !== undefined && named.length === 1) return [{ root: view.root, element: only, uri: view.uri }];
  const picked = await pickElement(source, {
    title,
    placeholder,
    only: ({ portfolio, node }) => portfolio.root === view.root && named.includes(node.id),
    none: 'This file names no element of the standard.',
    inOrder: true,
  });
  return picked && [{ root: view.root, element: picked.node.id, uri: view.uri }];
}

/** The rows of evidence that a command was chosen on: all that are selected, where its row is one of them. */
function evidenceRows(row: unknown, rows: unknown): readonly EvidenceTarget[] {
  const all: readonly unknown[] = Array.isArray(rows) && rows.length > 0 ? rows : [row];
  return all.filter(isEvidenceTarget);
}

const targetOf = ({ portfolio, node }: ElementIn): ElementTarget => ({
  root: portfolio.root,
  element: node.id,
});

function uniqueFiles(evidence: readonly EvidenceTarget[]): readonly Uri[] {
  return [...new Set(evidence.map(({ uri }) => uri))].map((uri) => Uri.parse(uri));
}
