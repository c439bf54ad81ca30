import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** All that differs between the extension on a computer and in a browser. */
export interface Host {
  /** Makes a client for our server in the form that this host can run; does not start it. */
  readonly connect: (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;
  /** The host has a dialog that leads to any folder of the computer, not only to those that are open. */
  readonly hasFolderDialog: boolean;
  /** The program that runs this extension, which can run a script; undefined where there are no programs. */
  readonly program: string | undefined;
  /** What all this runs on, for reports of problems. */
  readonly system: string;
}

/** Something that is held until it is disposed of. */
export interface Held {
  dispose(): void;
}

/** The prefix of settings and of the language client's name. */
export const extensionId = 'evidencePortfolio';

/** What people see as the name of the client, the output and the diagnostics. */
export const extensionName = 'Evidence Portfolio';
