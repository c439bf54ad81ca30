import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions, ProgressToken } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol';
import { commands } from './commands';
import { readingProgress } from './readingProgress';

/**
 * What the language client needs to know, in both hosts.
 * @param stop tells the server to stop the work that shows progress under a token
 */
export function clientOptions(
  output: LogOutputChannel,
  stop: (token: ProgressToken) => void,
): LanguageClientOptions {
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
    middleware: { handleWorkDoneProgress: readingProgress(stop) },
    initializationOptions,
  };
}
