/** What the walkthrough waits for: that the user has named an element, and that a finding has gone. */
import { commands as vscodeCommands, languages, workspace, type Diagnostic, type Uri } from 'vscode';
import type { CoverageResult } from '../server/lsp/protocol';
import { contextKeys } from './commands';
import { elementsOf } from './elements';
import { extensionName, type Held } from './host';

export interface Milestones extends Held {
  /** Coverage is another. */
  covered(coverage: CoverageResult | undefined): void;
}

/** Watches from now on, for this session. Only what happens in open files counts: the rest is not the user's doing. */
export function watchMilestones(): Milestones {
  const reached = (key: string): void => void vscodeCommands.executeCommand('setContext', key, true);
  const isOpen = (uri: string): boolean =>
    workspace.textDocuments.some((document) => document.uri.toString() === uri && document.version > 1);
  let pairs: ReadonlySet<string> | undefined;
  let isNamed = false;
  const findings = new Map<string, number>();
  const diagnostics = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const address = uri.toString();
      const now = findingsIn(uri);
      if (now < (findings.get(address) ?? 0) && isOpen(address)) reached(contextKeys.fixed);
      findings.set(address, now);
    }
  });
  return {
    covered: (coverage) => {
      if (coverage === undefined || isNamed) return;
      const before = pairs;
      const now = new Set<string>();
      for (const { node } of elementsOf(coverage.portfolios)) {
        for (const { uri } of node.evidence) {
          const pair = `${node.id} ${uri}`;
          now.add(pair);
          if (before !== undefined && !before.has(pair) && isOpen(uri)) isNamed = true;
        }
      }
      pairs = now;
      if (isNamed) reached(contextKeys.named);
    },
    dispose: () => void diagnostics.dispose(),
  };
}

function findingsIn(uri: Uri): number {
  const all: readonly Diagnostic[] = languages.getDiagnostics(uri);
  return all.filter(({ source }) => source === extensionName).length;
}
