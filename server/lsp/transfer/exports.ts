/** Files of other programs that are made of a portfolio. The client writes them. */
import type { ExportFormat } from '../../core/plan/exchange/exportFormats';
import { exportFormats } from '../../core/plan/exchange/exportFormats';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { ReportOptions } from '../../core/report/report';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { Uri } from '../../core/text/span';
import { normaliseUri, parentUri, relativePath } from '../../core/text/uri';
import type { Exchanged } from '../../exchange/parts/attempted';
import { toBase64 } from '../base64';
import type { ExportParams, ExportResult, ExportWanted } from '../protocol';
import { ExportRequest } from '../protocol';
import type { Service, ServiceParts } from '../services/service';
import { reportedPast } from '../services/meeting/reportedPast';
import { newestPortfolio, refused, wentWrong } from './importing';

export const exportService: Service = {
  capabilities: {},
  serve: (parts) => {
    const { connection, guard } = parts;
    connection.onRequest(
      ExportRequest,
      guard.request<ExportParams, ExportResult>('export', wentWrong, (params) => exported(parts, params)),
    );
  },
};

async function exported(parts: ServiceParts, params: ExportParams): Promise<ExportResult> {
  const portfolio = await newestPortfolio(parts.session, params.root);
  if ('kind' in portfolio) return portfolio;
  const { wanted } = params;
  const past = wanted.what === 'report' ? await reportedPast(parts, portfolio, wanted.past ?? {}) : {};
  const outcome = await bytesOf(portfolio, params, past);
  if (outcome.kind === 'failed') return refused(outcome.message);
  const { exportWords } = await import('./exportWords');
  return { kind: 'file', base64: toBase64(outcome.result), told: exportWords(portfolio, wanted, past) };
}

async function bytesOf(
  portfolio: Portfolio,
  { wanted, target, format }: ExportParams,
  past: ReportOptions,
): Promise<Exchanged<Uint8Array>> {
  switch (wanted.what) {
    case 'report':
      return (await import('./pageExports')).reportBytes(portfolio, format, past);
    case 'due':
    case 'standard':
      return (await import('./pageExports')).pageBytes(portfolio, format, wanted);
    case 'plan':
    case 'assessment':
    case 'matrix': {
      const known = exportFormats.find((one) => one === format);
      return known === undefined
        ? failed(`It can be written as ${exportFormats.join(', ')}, not as ${format}.`)
        : tableBytes(portfolio, known, wanted, target);
    }
  }
}

async function tableBytes(
  portfolio: Portfolio,
  format: ExportFormat,
  wanted: ExportWanted,
  target: string | undefined,
): Promise<Exchanged<Uint8Array>> {
  if (wanted.what === 'assessment')
    return (await import('../../exchange/assessmentExchange')).exportAssessment(portfolio, format);
  if (wanted.what !== 'matrix') return planBytes(portfolio, format);
  return (await import('../../exchange/matrixExchange')).exportMatrix(portfolio, format, {
    layout: wanted.layout,
    hasGuidance: wanted.hasGuidance === true,
    toRoot: wayTo(portfolio, target),
  });
}

const failed = (message: string): Exchanged<Uint8Array> => ({ kind: 'failed', message });

async function planBytes(portfolio: Portfolio, format: ExportFormat): Promise<Exchanged<Uint8Array>> {
  const which = whichPlan(portfolio);
  if (which.kind === 'several') return failed(which.message);
  const plan = portfolio.plans.get(which.uri);
  if (!plan) return failed('There is no action plan yet.');
  return (await import('../../exchange/planExchange')).exportPlan(portfolio.standard, plan, format);
}

/** How links lead from where the file will lie to the portfolio's folder: `../portfolio/`, encoded. */
function wayTo({ root }: Portfolio, target: string | undefined): string {
  const from = target === undefined ? undefined : parentUri(normaliseUri(target));
  // From another file system there is no way.
  if (from === undefined || fileSystemOf(from) !== fileSystemOf(root)) return '';
  const way = relativePath(from, root).replace(/\/$/, '');
  return way === '.' ? '' : `${way.split('/').map(encodeURIComponent).join('/')}/`;
}

/** Scheme and authority. */
const fileSystemOf = (uri: Uri): string => /^[^:/]*:(?:\/\/[^/]*)?/.exec(uri)?.[0] ?? '';
