/** The commands that take something of a portfolio out as a file. */
import { window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { choosePortfolio } from '../portfolios/choose';
import type { CoverageSource } from '../portfolios/coverageSource';
import { exportFile } from './exporting';
import { tableFormats } from './formats';

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
  const picked = await window.showQuickPick(layouts, { title, placeHolder: 'How is it laid out?' });
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

export async function exportAssessment({ client, source }: ExportParts): Promise<void> {
  const title = 'Export Assessment Workbook';
  const portfolio = await choosePortfolio((await source.current())?.portfolios ?? [], undefined, title);
  if (portfolio === undefined) return;
  await exportFile(client, {
    root: portfolio.root,
    title,
    what: 'The assessor’s sheet',
    formats: tableFormats,
    stem: () => 'assessment',
    wanted: { what: 'assessment' },
  });
}
