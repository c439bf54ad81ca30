/** *Evidence: Show Report*: the report for the management meeting as a page, which follows the files. */
import { Uri, type Memento } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReportPageRequest, type PortfolioCoverage, type ReportedPast } from '../../server/lsp/protocol';
import { askDayWith } from '../compare/askDay';
import { chooseTarget, noGit } from '../compare/choice';
import type { Coverage } from '../coverage/coverage';
import { gitApi } from '../git/api';
import { monthAgo } from '../git/calendar';
import { Refusal, repositoriesOf, type Texts } from '../git/base';
import { commands, panels } from '../host/commands';
import type { Held } from '../host/host';
import { showInformation } from '../host/notices';
import { choosePortfolio } from '../portfolios/choose';
import { openFollowed, type Shown, type Told } from './followed';
import { pastIn, type Past, type Since } from './past';

/** A report looks at months of git's history: what changes within this time is told together. */
const delayInMilliseconds = 1500;

export interface ReportPages extends Held {
  /** Shows the report of a portfolio; `row` may name its root. */
  show(row: unknown): Promise<void>;
  /** Asks since when it is to tell what has changed, and does. */
  chooseSince(): Promise<void>;
  /** What the report of a portfolio tells of the past, for a file. */
  past(root: string): Promise<ReportedPast>;
}

export function serveReportPages(
  client: BaseLanguageClient,
  coverage: Coverage,
  memory: Memento,
): ReportPages {
  const shown = new Map<string, Shown>();
  const since = (): Since => memory.get(sinceKey) ?? { kind: 'day', day: monthAgo(new Date()) };
  const parts: readonly Held[] = [
    coverage.onDidChange(() => {
      for (const { source } of shown.values()) source.changed();
    }),
  ];
  const show = async (row: unknown): Promise<void> => {
    const portfolios = (await coverage.source.current())?.portfolios ?? [];
    const portfolio = await choosePortfolio(portfolios, rootOf(row), 'Show Report');
    if (portfolio === undefined) return;
    const known = shown.get(portfolio.root);
    if (known) known.panel.reveal();
    else
      shown.set(
        portfolio.root,
        open(client, portfolio, since, () => shown.delete(portfolio.root)),
      );
  };
  return {
    show,
    past: async (root) => {
      const { since: then, months } = await pastOf(root, since(), new Map());
      return { ...(then ? { since: then } : {}), ...(months ? { months } : {}) };
    },
    chooseSince: async () => {
      const now = await coverage.source.current();
      if (now === undefined || now.portfolios.length === 0) return show(undefined);
      try {
        const target = await chooseTarget(now, askDayWith(client), 'Report: What Has Changed since When?');
        if (target === undefined) return;
        const next: Since =
          target.day === undefined
            ? { kind: 'revision', ref: target.ref, name: target.name }
            : { kind: 'day', day: target.day };
        await memory.update(sinceKey, next);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        void showInformation(error.message);
        return;
      }
      if (shown.size === 0) await show(undefined);
      else await Promise.all(Array.from(shown.values(), ({ source }) => source.refresh()));
    },
    dispose: () => {
      for (const part of [...parts, ...shown.values()]) part.dispose();
    },
  };
}

const sinceKey = 'report.since';

const rootOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'root' in row ? row.root : undefined;

function open(
  client: BaseLanguageClient,
  { root, title }: PortfolioCoverage,
  since: () => Since,
  closed: () => void,
): Shown {
  const texts: Texts = new Map();
  return openFollowed(client, {
    panel: panels.report,
    title: `Report: ${title}`,
    links: [
      { command: commands.reportSince, words: 'What has changed since when…' },
      { command: commands.exportReport, words: 'Export for printing or mailing…' },
    ],
    ask: () => told(client, root, since(), texts),
    delay: delayInMilliseconds,
    closed,
  });
}

async function told(client: BaseLanguageClient, root: string, since: Since, texts: Texts): Promise<Told> {
  const past = await pastOf(root, since, texts);
  const { missing, ...known } = past;
  const report = await client.sendRequest(ReportPageRequest, { root, ...known });
  return { report: report ?? undefined, notes: missing };
}

/** Nothing but the reason where there is no git. */
async function pastOf(root: string, since: Since, texts: Texts): Promise<Past> {
  const api = await gitApi();
  const [repository] = api ? repositoriesOf(api, [Uri.parse(root)]) : [];
  if (!repository)
    return {
      missing: [
        `What has changed, and the progress over the months, are not in this report. ${noGit(api !== undefined)}`,
      ],
    };
  return pastIn(repository, since, texts);
}
