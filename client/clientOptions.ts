import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol';
import { commands } from './commands';

/** What the language client needs to know, in both hosts. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    rulePages: commands.openRule,
    standardPages: true,
    newEvidence: commands.newEvidence,
    showElement: commands.showElement,
    notApplicable: commands.notApplicable,
    rateElement: commands.rateElement,
    suggestCommand: 'editor.action.triggerSuggest',
    completesLinks: true,
    outlinesHeadings: true,
  };
  return {
    // Every scheme: files on disk, on a server or on GitHub, and documents that are not saved yet.
    documentSelector: [
      { language: 'markdown' },
      { pattern: '**/portfolio.yaml' },
      { pattern: '**/*.{yaml,yml}', language: 'yaml' },
    ],
    outputChannel: output,
    initializationOptions,
  };
}
