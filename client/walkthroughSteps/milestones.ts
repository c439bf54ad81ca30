/**
 * What the walkthrough waits for: that the user has done something, by whatever way, in whatever order, and whether or
 * not the walkthrough is open. It is remembered, and stands in the page when somebody opens it.
 */
import {
  commands as vscodeCommands,
  languages,
  window,
  workspace,
  type Diagnostic,
  type Event,
  type ExtensionContext,
  type Uri,
} from 'vscode';
import type { CoverageResult } from '../../server/lsp/protocol';
import { contextKeys } from '../host/commands';
import { extensionName, type Held } from '../host/host';
import { ifOffered } from '../host/offered';
import type { EvidenceSource } from '../portfolios/evidenceSource';
import { leadToFirstSteps } from './firstSteps';
import {
  grown,
  hasGone,
  haveInCommon,
  runsCheck,
  stepOf,
  walkthroughId,
  type FindingLike,
  type Milestone,
} from './milestoneSigns';

export interface Milestones extends Held {
  /** Something has been done. */
  reached(milestone: Milestone): void;
  /** Coverage is another. */
  covered(coverage: CoverageResult | undefined, evidence: EvidenceSource): Promise<void>;
  /** Coverage is worth asking for, even if nobody looks. */
  waits(): boolean;
}

const memoryKey = 'milestones';

/**
 * Watches from now on. What happens in files that change while the window is open counts, whoever wrote them: an editor,
 * the command line, a script. What was there before is not the user's doing.
 */
export function watchMilestones(context: ExtensionContext): Milestones {
  const { globalState, extension } = context;
  const remembered = (): readonly string[] => globalState.get<readonly string[]>(memoryKey, []);
  const isNew = remembered().length === 0;
  const inSession = new Set<Milestone>();
  const reached = (milestone: Milestone): void => {
    if (inSession.has(milestone)) return;
    inSession.add(milestone);
    void vscodeCommands.executeCommand('setContext', contextKeys[milestone], true);
    // A step that somebody has unticked stays so.
    if (remembered().includes(milestone)) return;
    tick(`${extension.id}#${walkthroughId}#${stepOf[milestone]}`);
    void globalState.update(memoryKey, [...remembered(), milestone]);
  };
  const waits = (): boolean => !inSession.has('named') && !remembered().includes('named');
  const touched = new Set<string>();
  let before: CoverageResult | undefined;
  const parts: readonly Held[] = [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) touched.add(document.uri.toString());
    }),
    workspace.onDidCreateFiles(({ files }) => {
      for (const file of files) touched.add(file.toString());
    }),
    watchDisk((file) => touched.add(file.toString())),
    watchTerminals((line) => {
      if (runsCheck(line)) reached('checked');
    }),
    watchFindings(touched, () => reached('fixed')),
  ];
  return {
    reached,
    covered: async (coverage, evidence) => {
      if (coverage === undefined) return;
      if (coverage.portfolios.length > 0) {
        reached('opened');
        void leadToFirstSteps(context, isNew);
      }
      const more = grown(before, coverage);
      before = coverage;
      if (more.size === 0 || !waits()) return;
      // A file that has been edited here, and names now what has more evidence than before.
      for (const file of touched) if (haveInCommon(more, await evidence.with({ file }))) reached('named');
    },
    waits,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

/**
 * VS Code looks for what completes a step from when it first shows the page, and takes no notice of a context key that
 * is set by then. So the step is ticked by the command that its own check marks use
 * (vs/workbench/contrib/welcomeGettingStarted in microsoft/vscode); where there is none, the key has to do.
 */
function tick(step: string): void {
  vscodeCommands.executeCommand('welcome.markStepComplete', step).then(undefined, () => undefined);
}

/** Tells of files that come or change, on whatever way. */
function watchDisk(tell: (file: Uri) => void): Held {
  const watcher = workspace.createFileSystemWatcher('**/*.md', false, false, true);
  watcher.onDidCreate(tell);
  watcher.onDidChange(tell);
  return watcher;
}

/** What newer editors than the oldest supported have: the lines that are run in their terminals. */
interface TerminalHost {
  readonly onDidStartTerminalShellExecution: Event<{
    readonly execution: { readonly commandLine: { readonly value: string } };
  }>;
}
const saysWhatRuns = (host: object): host is TerminalHost => 'onDidStartTerminalShellExecution' in host;

const watchTerminals = (tell: (line: string) => void): Held => {
  const host: object = window;
  const watched = ifOffered(() =>
    saysWhatRuns(host)
      ? host.onDidStartTerminalShellExecution(({ execution }) => tell(execution.commandLine.value))
      : undefined,
  );
  return watched ?? { dispose: () => undefined };
};

/** Tells when a finding of ours has gone from a file that has been edited. */
function watchFindings(touched: ReadonlySet<string>, tell: () => void): Held {
  const findings = new Map<string, readonly FindingLike[]>();
  return languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const address = uri.toString();
      const now = findingsIn(uri);
      if (touched.has(address) && hasGone(findings.get(address) ?? [], now)) tell();
      findings.set(address, now);
    }
  });
}

const findingsIn = (uri: Uri): readonly FindingLike[] =>
  languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === extensionName)
    .map(({ code, message }) => ({ code: codeOf(code), message }));

const codeOf = (code: Diagnostic['code']): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));
