/** Checks of completion: a text with $0 where the cursor is, and what is offered there. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionOptions } from '../../../server/features/completion/completion';
import { completion } from '../../../server/features/completion/completion';
import { lineStarts, positionAt } from '../../../server/core/text/lines';
import { atCursor, edited } from './cursor';
import type { Files, IndexSetting } from './portfolioFiles';
import { at, indexOf } from './portfolioFiles';
import { customerServiceExcellence } from './standards';

export interface Setting extends IndexSetting {
  /** The files beside the one with the cursor. */
  readonly files?: Files;
  /** Its path. */
  readonly path?: string;
  readonly options?: CompletionOptions;
  /** Looks at these items only. */
  readonly only?: (item: CompletionItem) => boolean;
}

export const against = (standard: string): Files => ({ 'portfolio.yaml': `standard: ${standard}\n` });
export const cse = against('customer-service-excellence');

const standards = new Map([[customerServiceExcellence.id, customerServiceExcellence]]);

/** In the order in which an editor shows them. */
export function complete(
  source: string,
  { files = cse, path = 'evidence/a.md', options = {}, only = () => true, ...setting }: Setting = {},
) {
  const { text, offset } = atCursor(source);
  const index = indexOf({ ...files, [path]: text }, setting);
  const portfolio = index.portfolioAt(at(path))!;
  const { rules } = index;
  const { items } = completion(portfolio, { uri: at(path), text, offset }, { standards, rules, ...options });
  const sorted = items.filter(only).toSorted((left, right) => (left.sortText! < right.sortText! ? -1 : 1));
  for (const { textEdit } of sorted) checkRange(text, offset, textEdit as TextEdit);
  return { portfolio, text, items: sorted };
}

/** The protocol wants what is replaced on one line, around the cursor. */
function checkRange(text: string, offset: number, { range: { start, end } }: TextEdit): void {
  const { line, character } = positionAt(lineStarts(text), offset);
  ok(start.line === line && end.line === line, 'what is replaced is on the line of the cursor');
  ok(start.character <= character && character <= end.character, 'what is replaced is around the cursor');
}

export const labels = (items: readonly CompletionItem[]): readonly string[] =>
  items.map(({ label }) => label);

/** Checks what is offered at $0, in order; `…` at the end: and others after these. */
export function checkCompletion(source: string, expected: readonly string[], setting?: Setting): void {
  const found = labels(complete(source, setting).items);
  const isOpen = expected.at(-1) === '…';
  deepEqual(isOpen ? found.slice(0, expected.length - 1) : found, isOpen ? expected.slice(0, -1) : expected);
}

/** Checks the whole text after one of the things offered at $0 has been chosen; placeholders as their text. */
export function checkChosen(source: string, label: string, expected: string, setting?: Setting): void {
  const { text, items } = complete(source, setting);
  const item = items.find((candidate) => candidate.label === label);
  ok(item, `${label} is not offered, but ${labels(items).join(', ') || 'nothing'}.`);
  const edit = item.textEdit as TextEdit;
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  equal(edited(text, [isSnippet ? { ...edit, newText: withoutPlaceholders(edit.newText) } : edit]), expected);
}

/** A snippet as it stands in the text when nothing has been typed over. */
export const withoutPlaceholders = (snippet: string): string =>
  snippet
    .replace(/\$(\d+)/g, (_, number: string) => new RegExp(`\\{${number}:([^}]*)`).exec(snippet)?.[1] ?? '')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+(?::((?:[^\\}]|\\.)*))?\}/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\(.)/g, '$1');

export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
