/** The commands that take something of a portfolio out as a file. */
import type { QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportedPast } from '../../server/lsp/protocol';
import { choosePortfolio } from '../portfolios/choose';
import type { CoverageSource } from '../portfolios/coverageSource';
import { exportFile, type Export } from './exporting';
import { formatsOf, tableFormats } from './formats';
import { showPick } from '../host/pickers';

export interface ExportParts {
  readonly client: BaseLanguageClient;
  readonly source: CoverageSource;
}

interface Layout extends QuickPickItem {
  readonly layout: 'matrix' | 'soa';
  readonly hasGuidance?: boolean;
  readonly stem: string;
}

const layouts: readonly Layout[] = [
  {
    layout: 'matrix',
    stem: 'evidence-matrix',
    label: 'Evidence matrix',
    detail: 'A row for each element and piece of evidence, the strongest first; what is missing, too',
  },
  {
    layout: 'matrix',
    hasGuidance: true,
    stem: 'evidence-matrix',
    label: 'Evidence matrix with guidance',
    detail: 'The same, with a column for the guidance of the standard',
  },
  {
    layout: 'soa',
    stem: 'statement-of-applicability',
    label: 'Statement of applicability',
    detail: 'A row for each element: whether it applies and why, its rating, its evidence',
  },
];

export async function exportMatrix({ client, source }: ExportParts): Promise<void> {
  const title = 'Export Evidence Matrix';
  const portfolio = await choosePortfolio((await source.current())?.portfolios ?? [], undefined, title);
  if (portfolio === undefined) return;
  const picked = await showPick(layouts, { title, placeHolder: 'How is it laid out?' });
  if (picked === undefined) return;
  const { layout, hasGuidance = false, stem } = picked;
  await exportFile(client, {
    root: portfolio.root,
    title,
    what: layout === 'soa' ? 'The statement of applicability' : 'The evidence matrix',
    formats: tableFormats,
    stem: () => stem,
    wanted: { what: 'matrix', layout, hasGuidance },
  });
}

export async function exportAssessment(parts: ExportParts): Promise<void> {
  await exportOne(parts, {
    title: 'Export Assessment Workbook',
    what: 'The assessor’s sheet',
    formats: tableFormats,
    stem: () => 'assessment',
    wanted: { what: 'assessment' },
  });
}

/** What is known of a portfolio’s past, by its root. */
export type PastOf = (root: string) => Promise<ReportedPast>;

export async function exportReport(parts: ExportParts, pastOf: PastOf): Promise<void> {
  const { client, source } = parts;
  const title = 'Export Report';
  const portfolio = await choosePortfolio((await source.current())?.portfolios ?? [], undefined, title);
  if (portfolio === undefined) return;
  await exportFile(client, {
    root: portfolio.root,
    title,
    what: 'The report',
    formats: formatsOf('html', 'docx', 'odt', 'md'),
    stem: () => 'report',
    wanted: async () => ({ what: 'report', past: await pastOf(portfolio.root) }),
  });
}

const groupings = [
  { by: 'person', label: 'By person', detail: 'What each has to do, the most urgent first' },
  { by: 'month', label: 'By month', detail: 'What is late, then month by month' },
] as const;

export async function exportDue(parts: ExportParts): Promise<void> {
  const title = 'Export What Is Due';
  const picked = await showPick(groupings, { title, placeHolder: 'How is the list divided?' });
  if (picked === undefined) return;
  await exportOne(parts, {
    title,
    what: 'What is due',
    formats: formatsOf('md', 'txt', 'ics'),
    stem: () => 'what-is-due',
    wanted: { what: 'due', by: picked.by },
  });
}

/** A web page, which any browser prints. */
export async function exportStandard(parts: ExportParts): Promise<void> {
  await exportOne(parts, {
    title: 'Export the Standard with Its Evidence',
    what: 'The standard with its evidence',
    formats: formatsOf('html'),
    stem: () => 'standard-and-evidence',
    wanted: { what: 'standard' },
  });
}

async function exportOne({ client, source }: ExportParts, wanted: Omit<Export, 'root'>): Promise<void> {
  const portfolios = (await source.current())?.portfolios ?? [];
  const portfolio = await choosePortfolio(portfolios, undefined, wanted.title);
  if (portfolio !== undefined) await exportFile(client, { root: portfolio.root, ...wanted });
}
