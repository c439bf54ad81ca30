import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol';
import { commands } from './host/commands';
import type { ReadingProgress } from './readingProgress';

/**
 * What the language client needs to know, in both hosts.
 * @param reading shows how far the server's first reading is
 */
export function clientOptions(output: LogOutputChannel, reading: ReadingProgress): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readsFiles: true,
    rulePages: commands.openRule,
    standardPages: true,
    newEvidence: commands.newEvidence,
    showElement: commands.showElement,
    notApplicable: commands.notApplicable,
    rateElement: commands.rateElement,
    moveToEdition: commands.moveToEdition,
    suggestCommand: 'editor.action.triggerSuggest',
    fileStates: true,
    completesLinks: true,
    offersWords: true,
    outlinesHeadings: true,
  };
  return {
    // Every scheme: files on disk, on a server or on GitHub, and documents that are not saved yet.
    documentSelector: [
      { language: 'markdown' },
      { pattern: '**/[pP]ortfolio.{yaml,yml,YAML,YML}' },
      // Under these names a manifest is not read; the editor offers to rename it.
      { pattern: '**/{portfolio.yaml,portfolio.yml,.portfolio.yaml}.txt' },
      { language: 'yaml' },
    ],
    outputChannel: output,
    middleware: { handleWorkDoneProgress: reading.handle },
    initializationOptions,
    // Else the language client says it in two messages, in its own words: `closed` sees to what ends, and the log has it.
    initializationFailedHandler: (error) => {
      output.error(`The server has not come up: ${String(error)}`);
      return false;
    },
  };
}
