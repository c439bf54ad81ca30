/** Quick fixes for findings that name what was probably meant. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Uri } from '../core/model';
import type { DiagnosticData } from './diagnostics';
import { asYaml } from './completion';
import { diagnosticSource } from './diagnostics';

/** Rules whose suggestions replace what the finding underlines. */
const replacing: ReadonlySet<unknown> = new Set([
  'element-unknown',
  'element-not-assessable',
  'element-retired',
  'element-unquoted',
  'front-matter-key',
  'front-matter-value',
  'manifest-value',
  'manifest-element-unknown',
]);

/** Rules whose suggestions are IDs, and so may need quotation marks. */
const ofIdentifiers: ReadonlySet<unknown> = new Set([
  'element-unknown',
  'element-not-assessable',
  'element-retired',
  'manifest-element-unknown',
]);

export interface CodeActionOptions {
  /** The kinds that the client asks for; all of them where absent. */
  readonly only?: readonly string[] | undefined;
}

/** @param textOf the text of the document in a range */
export function codeActions(
  uri: Uri,
  diagnostics: readonly Diagnostic[],
  textOf: (range: Diagnostic['range']) => string,
  { only }: CodeActionOptions = {},
): CodeAction[] {
  if (only && !only.some(includesQuickFixes)) return [];
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.source !== diagnosticSource || !replacing.has(diagnostic.code)) return [];
    const { suggestions = [] } = (diagnostic.data ?? {}) as Partial<DiagnosticData>;
    const current = textOf(diagnostic.range);
    return suggestions.map(({ replacement, label }, at): CodeAction => ({
      title:
        label === replacement ? `Replace with ${replacement}` : `Replace with ${replacement}, “${label}”`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: at === 0,
      edit: {
        changes: {
          [uri]: [{ range: diagnostic.range, newText: withQuotes(diagnostic.code, current, replacement) }],
        },
      },
    }));
  });
}

const includesQuickFixes = (kind: string): boolean => kind === '' || kind === CodeActionKind.QuickFix;

/** What stood in quotation marks stays in them, and an ID gets them where YAML would read something else. */
function withQuotes(rule: Diagnostic['code'], current: string, replacement: string): string {
  if (replacement.startsWith('"')) return replacement;
  const quote = /^(["'])[^]*\1$/.exec(current)?.[1];
  if (quote) return `${quote}${replacement}${quote}`;
  return ofIdentifiers.has(rule) ? asYaml(replacement) : replacement;
}
