/** What every completion is made of: the question, and how an answer becomes the protocol's item. */
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Span } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { RuleDescription } from '../../core/rules/rule';
import type { Standard } from '../../core/standard/standard';
import { yamlScalar } from '../../words/yamlScalar';
import type { Cursor } from '../text/identifierAt';

export interface CompletionOptions {
  /** The client understands placeholders. */
  readonly snippets?: boolean;
  /** Asked for by a key, by typing one of our characters, or while a list is on show. `asked` where nobody says. */
  readonly trigger?: 'asked' | 'typed' | 'narrowed';
  /** The client's command that asks for completion, run where a value follows on a key. */
  readonly again?: string | undefined;
  /** The editor offers paths in links by itself. */
  readonly ownLinkPaths?: boolean;
  /** Where nothing can be offered, a row says what a value is for; else the editor would fill the list itself. */
  readonly saysMeaning?: boolean;
  /** The built-in standards, by id. */
  readonly standards?: ReadonlyMap<string, Standard>;
  /** The rules that portfolio.yaml can name. */
  readonly rules?: readonly RuleDescription[];
}

/** A request for completion, with what answers need of it. */
export interface Question {
  readonly portfolio: Portfolio;
  readonly cursor: Cursor;
  readonly options: CompletionOptions;
  readonly range: (span: Span) => Range;
}

/** Something to choose. */
export interface Choice {
  readonly label: string;
  /** What it is, in a few words or a sentence. */
  readonly words?: string | undefined;
  /** What is to be known of it here, such as how often it is used. */
  readonly note?: string | undefined;
  /** What is typed for it; the label as YAML where absent. */
  readonly newText?: string;
  /** `newText` has placeholders. */
  readonly isSnippet?: boolean;
  readonly kind?: CompletionItemKind;
  /** What an editor matches with what has been typed; the label where absent. */
  readonly filterText?: string | undefined;
  /** Something is to be chosen after it. */
  readonly asksAgain?: boolean;
}

/** What a choice replaces. */
export interface Slot {
  readonly token: Span;
  readonly prefix?: string;
  readonly quote?: '"' | "'" | undefined;
  readonly isClosed?: boolean;
}

/** Items in the order of the choices; `group` puts all of them before or behind those of other groups. */
export function items(
  { options, range, cursor }: Question,
  slot: Slot,
  choices: readonly Choice[],
  group = '',
): CompletionItem[] {
  const replaced = range(slot.token);
  const gap = gapBehind(cursor.text, slot.token);
  return choices.map((choice, order) => {
    const { label, words, note, filterText } = choice;
    return {
      label,
      kind: choice.kind ?? CompletionItemKind.Value,
      ...(words === undefined && note === undefined
        ? {}
        : {
            labelDetails: {
              ...(words === undefined ? {} : { detail: `  ${words}` }),
              ...(note === undefined ? {} : { description: note }),
            },
            detail: note ?? words ?? '',
          }),
      ...(words === undefined ? {} : { documentation: words }),
      ...(filterText === undefined ? {} : { filterText }),
      sortText: group + String(order).padStart(5, '0'),
      ...(choice.isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      textEdit: { range: replaced, newText: (choice.newText ?? asValue(label, slot)) + gap },
      ...(choice.asksAgain && options.again ? { command: { title: '', command: options.again } } : {}),
    };
  });
}

/** A remark that stands right behind the cursor stays one: `owner: |# ours`. */
export const gapBehind = (text: string, { end }: Span): string =>
  text[end] === '#' && /[ \t]/.test(text[end - 1] ?? '') ? ' ' : '';

/** A text as a value in a slot, in quotation marks where it needs them. @param write how it is written outside of any */
export function asValue(text: string, { prefix = '', quote, isClosed }: Slot, write = yamlScalar): string {
  if (!quote) return prefix + write(text);
  const escaped = quote === '"' ? JSON.stringify(text).slice(1, -1) : text.replaceAll("'", "''");
  return isClosed ? escaped : escaped + quote;
}

export type KeyShape = 'value' | 'list' | 'lines';

/** A key with what comes before its value. */
export function keyText(key: string, shape: KeyShape, lineEnd: string): string {
  if (shape === 'value') return `${key}: `;
  return `${key}:${lineEnd}  ${shape === 'list' ? '- ' : ''}`;
}

/** What stands for something in a snippet must not act as one. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
