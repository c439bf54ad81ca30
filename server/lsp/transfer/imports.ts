/** Import of an evidence matrix and of an assessor's sheet: what each would do. The client shows it, and writes. */
import type { Section } from '../../words/section';
import { assessmentTitles } from '../../core/assessor/columnNames';
import type { AssessmentColumn } from '../../core/assessor/columnNames';
import { columnTitles } from '../../core/matrix/columnNames';
import type { MatrixColumn } from '../../core/matrix/columnNames';
import { manifestName, parseManifest } from '../../core/manifest/manifest';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { fileColumns } from '../../core/tables/fileColumns';
import { joinPath, normaliseUri } from '../../core/text/uri';
import { Past } from '../../host/workspace/past';
import type { ChangePreview, ImportParams, MatrixImportParams, Refusal } from '../protocol';
import { AssessmentImportRequest, MatrixImportRequest } from '../protocol';
import type { Service, ServiceParts } from '../services/service';
import type { Becoming } from './importing';
import {
  bytesOf,
  newestPortfolio,
  portfolioIn,
  previewOf,
  refused,
  refusedWith,
  settledBy,
  wentWrong,
} from './importing';

export const importService: Service = {
  capabilities: {},
  serve: (parts) => {
    const { connection, guard } = parts;
    connection.onRequest(
      MatrixImportRequest,
      guard.request<MatrixImportParams, ChangePreview>('matrixImport', wentWrong, (params) =>
        importMatrix(parts, params),
      ),
    );
    connection.onRequest(
      AssessmentImportRequest,
      guard.request<ImportParams, ChangePreview>('assessmentImport', wentWrong, (params) =>
        importAssessment(parts, params),
      ),
    );
  },
};

async function importMatrix(parts: ServiceParts, params: MatrixImportParams): Promise<ChangePreview> {
  const bytes = bytesOf(params);
  if ('kind' in bytes) return bytes;
  const portfolio = await (params.manifest === undefined
    ? newestPortfolio(parts.session, params.root)
    : newPortfolio(parts, params.root, params.manifest));
  if ('kind' in portfolio) return portfolio;
  const [{ importMatrixFile }, { matrixSections }, { sectionsAsMarkdown }] = await Promise.all([
    import('../../exchange/matrixExchange'),
    import('../../core/matrix/importWords'),
    import('../../exchange/sections'),
  ]);
  const { told, own } = settledBy(params.columns, Object.keys(columnTitles) as MatrixColumn[]);
  const outcome = importMatrixFile(portfolio, params.name, bytes, told, own);
  if (outcome.kind === 'failed') return refusedWith(outcome.message, outcome.columns);
  const { result } = outcome;
  const outside = result.files.find(({ uri }) => portfolio.leadsOutside(uri));
  if (outside)
    return refused(
      `A link on the way to ${portfolio.path(outside.uri)} leads out of the portfolio, so nothing can be written there.`,
    );
  const files = params.manifest === undefined ? result.files : withManifest(portfolio, result.files);
  const report = sectionsAsMarkdown(matrixSections(portfolio, result, false));
  const needsLook = result.problems.length + result.differs.length;
  return {
    ...previewOf(parts.session, files, report, needsLook),
    columns: fileColumns([...result.taken]),
  };
}

/** The portfolio that a folder would be with a portfolio.yaml: nothing is written for it. */
async function newPortfolio(
  { session, environment }: ServiceParts,
  root: string,
  text: string,
): Promise<Portfolio | Refusal> {
  if (session.workspace.isLoading) return refused('The folder is still being read. Try again in a moment.');
  const uri = joinPath(normaliseUri(root), manifestName);
  if (portfolioIn(session.index, root)?.manifest) return refused('This folder has a portfolio file already.');
  const past = new Past({ live: session.index, access: environment.disk });
  await past.bring(
    () => ({ folders: session.workspace.folders, rules: session.settings.rules }),
    new Map([[uri, { kind: 'text', uri, text }]]),
  );
  return portfolioIn(past.index, root) ?? refused('No portfolio can be made in this folder.');
}

/** The files of a portfolio that is not there yet: its portfolio.yaml is one of them, with what the import adds to it. */
function withManifest(portfolio: Portfolio, files: readonly Becoming[]): readonly Becoming[] {
  const { manifestUri: uri, manifest } = portfolio;
  const text = files.find((file) => file.uri === uri)?.text ?? manifest?.text ?? '';
  return [{ uri, before: undefined, text }, ...files.filter((file) => file.uri !== uri)];
}

async function importAssessment({ session }: ServiceParts, params: ImportParams): Promise<ChangePreview> {
  const bytes = bytesOf(params);
  if ('kind' in bytes) return bytes;
  const portfolio = await newestPortfolio(session, params.root);
  if ('kind' in portfolio) return portfolio;
  const { manifest, manifestUri } = portfolio;
  const [fault] = manifest ? parseManifest(manifestUri, manifest.text).faults : [];
  if (fault)
    return refused(`portfolio.yaml has a fault. Mend that first, then import again. ${fault.message}`);
  const [{ importAssessmentFile }, { assessmentSections, whatItMakes }, { sectionsAsMarkdown }] =
    await Promise.all([
      import('../../exchange/assessmentExchange'),
      import('../../core/assessor/importWords'),
      import('../../exchange/sections'),
    ]);
  const { told, own } = settledBy(params.columns, Object.keys(assessmentTitles) as AssessmentColumn[]);
  const day = portfolio.days.today;
  const outcome = importAssessmentFile(portfolio, manifest?.text, params.name, bytes, day, told, own);
  if (outcome.kind === 'failed') return refusedWith(outcome.message, outcome.columns);
  const { result } = outcome;
  const files =
    result.text === undefined ? [] : [{ uri: manifestUri, before: manifest?.text, text: result.text }];
  const sections = assessmentSections(portfolio, result, false);
  // What it comes to is asked first; a list of all values is long.
  const isAward = ({ title }: Section): boolean => title === whatItMakes;
  const report = sectionsAsMarkdown([
    ...sections.filter(isAward),
    ...sections.filter((one) => !isAward(one)),
  ]);
  return {
    ...previewOf(session, files, report, result.problems.length),
    columns: fileColumns(result.taken),
  };
}
