/** Quick fixes for findings that name what was probably meant. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { Uri } from '../core/model';
import type { DiagnosticData } from './diagnostics';
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

/** @param textOf the text of the document in a range */
export function codeActions(
  uri: Uri,
  diagnostics: readonly Diagnostic[],
  textOf: (range: Diagnostic['range']) => string,
): CodeAction[] {
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
        changes: { [uri]: [{ range: diagnostic.range, newText: withQuotesOf(current, replacement) }] },
      },
    }));
  });
}

/** What stood in quotation marks stays in them. */
function withQuotesOf(current: string, replacement: string): string {
  const quote = /^(["'])[^]*\1$/.exec(current)?.[1];
  return quote && !replacement.startsWith('"') ? `${quote}${replacement}${quote}` : replacement;
}
