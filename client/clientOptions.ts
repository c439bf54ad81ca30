import { Uri, type Diagnostic, type LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol';
import { commands } from './commands';
import { ruleOfPage } from './rulePages';

/** What the language client needs to know, in both hosts. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { readsFiles: true, rulePages: commands.openRule };
  return {
    // Every scheme: files on disk, on a server or on GitHub, and documents that are not saved yet.
    documentSelector: [
      { language: 'markdown' },
      { pattern: '**/portfolio.yaml' },
      { pattern: '**/*.{yaml,yml}', language: 'yaml' },
    ],
    outputChannel: output,
    initializationOptions,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToRule)),
    },
  };
}

/**
 * A rule's code in the Problems panel and in hovers opens the rule's page as formatted text: the server names the
 * page, and a command shows it. (The page's own address would open, too, but as Markdown source.)
 */
function linkToRule(diagnostic: Diagnostic): Diagnostic {
  const code = diagnostic.code;
  if (typeof code !== 'object' || ruleOfPage(code.target) === undefined) return diagnostic;
  const rule = String(code.value);
  const target = Uri.parse(`command:${commands.openRule}?${encodeURIComponent(JSON.stringify([rule]))}`);
  diagnostic.code = { value: code.value, target };
  return diagnostic;
}
