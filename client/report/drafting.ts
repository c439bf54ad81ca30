/** *Evidence: What Would Count?* and *Evidence: What If…*: pages for those who look for evidence. Nothing is written. */
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  WhatCountsRequest,
  WhatIfChoicesRequest,
  WhatIfRequest,
  type PortfolioCoverage,
  type ReportPage,
  type Supposed,
} from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import { elementFrom, targetOf } from '../elements/commands';
import { commands, panels } from '../host/commands';
import type { Held } from '../host/host';
import { showInformation } from '../host/notices';
import { choosePortfolio } from '../portfolios/choose';
import { isElementTarget, isEvidenceTarget, type ElementTarget } from '../portfolios/elements';
import { escapedHtml } from '../words/escapedHtml';
import { openFollowed, type Shown, type Told } from './followed';
import { askRating, askSupposition, type Asking } from './suppose';

const delayInMilliseconds = 300;

export interface DraftingPages extends Held {
  /** Of the element of a row, or of one that is picked. */
  whatCounts(row: unknown): Promise<void>;
  /** The row's evidence withdrawn, the row's element rated otherwise, or whatever is picked. */
  whatIf(row: unknown): Promise<void>;
}

export function serveDraftingPages(client: BaseLanguageClient, coverage: Coverage): DraftingPages {
  const counting = countingPages(client, coverage);
  const supposing = supposingPages(client, coverage);
  const all = (): readonly Shown[] => [...counting.open(), ...supposing.open()];
  const following = coverage.onDidChange(() => {
    for (const { source } of all()) source.changed();
  });
  return {
    whatCounts: counting.show,
    whatIf: supposing.show,
    dispose: () => {
      following.dispose();
      for (const shown of all()) shown.dispose();
    },
  };
}

interface Pages {
  /** Shows one, for a row or for what is picked. */
  readonly show: (row: unknown) => Promise<void>;
  readonly open: () => readonly Shown[];
}

/** A page for each element. */
function countingPages(client: BaseLanguageClient, { source }: Coverage): Pages {
  const pages = new Map<string, Shown>();
  return {
    open: () => [...pages.values()],
    show: async (row) => {
      const element = await elementFrom(source, row, {
        title: 'What Would Count?',
        placeholder: 'As evidence for which element? Type words or an ID',
      });
      if (element === undefined) return;
      const target = targetOf(element);
      const key = JSON.stringify([target.root, target.element]);
      const known = pages.get(key);
      if (known) known.panel.reveal();
      else
        pages.set(
          key,
          openWhatCounts(client, target, () => pages.delete(key)),
        );
    },
  };
}

/** A page for each portfolio: another supposition takes the place of the one before. */
function supposingPages(client: BaseLanguageClient, coverage: Coverage): Pages {
  const pages = new Map<string, Shown>();
  const supposedOf = new Map<string, Supposed>();
  return {
    open: () => [...pages.values()],
    show: async (row) => {
      const portfolios = (await coverage.source.current())?.portfolios ?? [];
      const portfolio = await choosePortfolio(portfolios, rootOf(row), 'What If');
      if (portfolio === undefined) return;
      const { root } = portfolio;
      const supposed = await supposedBy(client, coverage, portfolio, row, supposedOf.get(root));
      if (supposed === undefined) return;
      supposedOf.set(root, supposed);
      const known = pages.get(root);
      if (known) {
        known.panel.reveal();
        await known.source.refresh();
        return;
      }
      const now = (): Supposed => supposedOf.get(root) ?? supposed;
      pages.set(
        root,
        openWhatIf(client, portfolio, now, () => pages.delete(root)),
      );
    },
  };
}

/** What a row stands for is supposed at once; else somebody says what. Undefined where they leave it. */
async function supposedBy(
  client: BaseLanguageClient,
  { source }: Coverage,
  portfolio: PortfolioCoverage,
  row: unknown,
  before: Supposed | undefined,
): Promise<Supposed | undefined> {
  if (isEvidenceTarget(row)) return { withdrawn: [row.uri] };
  const choices = await client.sendRequest(WhatIfChoicesRequest, { root: portfolio.root });
  if (choices === null) {
    void showInformation('The folders are still being read. Try it again in a moment.');
    return undefined;
  }
  const asking: Asking = { client, source, portfolio, choices };
  if (isElementTarget(row)) return askRating(asking, {}, row);
  return askSupposition(asking, isAgain(row) ? (before ?? {}) : {});
}

const rootOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'root' in row ? row.root : undefined;

/** The link of a page that is open, which goes on from what it shows. */
const isAgain = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'again' in row && row.again === true;

const openWhatCounts = (
  client: BaseLanguageClient,
  { root, element }: ElementTarget,
  closed: () => void,
): Shown =>
  openFollowed(client, {
    panel: panels.whatCounts,
    title: `What Would Count: ${element}`,
    links: [
      { command: commands.newEvidence, words: 'Write evidence for it…', told: { root, element } },
      { command: commands.showElement, words: 'Show it in the standard', told: { root, element } },
    ],
    ask: async () => asTold(await client.sendRequest(WhatCountsRequest, { root, element })),
    delay: delayInMilliseconds,
    closed,
  });

const openWhatIf = (
  client: BaseLanguageClient,
  { root, title }: PortfolioCoverage,
  supposed: () => Supposed,
  closed: () => void,
): Shown =>
  openFollowed(client, {
    panel: panels.whatIf,
    title: `What If: ${title}`,
    links: [{ command: commands.whatIf, words: 'Suppose something else…', told: { root, again: true } }],
    ask: async () => {
      const answer = await client.sendRequest(WhatIfRequest, { root, ...supposed() });
      return asTold(answer && 'problem' in answer ? problemPage(answer.problem) : answer);
    },
    delay: delayInMilliseconds,
    closed,
  });

const asTold = (page: ReportPage | null): Told => ({ report: page ?? undefined, notes: [] });

/** Such as evidence that has been withdrawn or deleted since. */
const problemPage = (problem: string): ReportPage => ({
  title: 'What if',
  content: `<p role="status">${escapedHtml(problem)}</p>`,
});
