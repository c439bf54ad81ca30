/** *Evidence: Import Evidence Matrix…* and *Evidence: Import Assessment…* */
import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { AssessmentImportRequest, MatrixImportRequest } from '../../server/lsp/protocol';
import { portfolioText } from '../edits/newText';
import { askTitle, folderForPortfolio } from '../evidence/portfolioFile';
import { isWithin } from '../host/fileNames';
import { choosePortfolio } from '../portfolios/choose';
import type { CoverageSource } from '../portfolios/coverageSource';
import { fileToImport, importOf, type ImportKind, type Into } from './importing';
import { assessmentMeanings, matrixMeanings } from './meanings';
import type { Previews } from './preview';

export interface ImportParts {
  readonly client: BaseLanguageClient;
  readonly source: CoverageSource;
  readonly previews: Previews;
}

const matrix: ImportKind = {
  title: 'Import Evidence Matrix',
  files: 'Evidence matrices',
  ask: (client, params) => client.sendRequest(MatrixImportRequest, params),
  meanings: matrixMeanings,
  nothing: 'holds nothing that the portfolio does not say.',
};

const assessment: ImportKind = {
  title: 'Import Assessment',
  files: 'Assessors’ sheets',
  ask: (client, params) => client.sendRequest(AssessmentImportRequest, params),
  meanings: assessmentMeanings,
  nothing: 'holds no rating and no comment that portfolio.yaml does not say.',
};

/** In a folder that is no portfolio yet, one begins with the matrix. @param file that a menu was opened on */
export async function importMatrix(parts: ImportParts, file: unknown): Promise<void> {
  const portfolios = (await parts.source.current())?.portfolios ?? [];
  if (portfolios.length === 0) return beginWithMatrix(parts, file);
  const portfolio = await choosePortfolio(portfolios, rootOver(portfolios, file), matrix.title);
  if (portfolio !== undefined) await show(parts, matrix, file, { root: portfolio.root });
}

async function beginWithMatrix(parts: ImportParts, file: unknown): Promise<void> {
  const folder =
    (file instanceof Uri ? workspace.getWorkspaceFolder(file)?.uri : undefined) ??
    (await folderForPortfolio());
  if (folder === undefined) return;
  const picked = await fileToImport(file, matrix, folder);
  if (picked === undefined) return;
  const title = await askTitle('Begin a Portfolio with a Matrix', folder);
  if (title === undefined) return;
  await show(parts, matrix, picked, { root: folder.toString(), manifest: portfolioText(title) });
}

/** @param file that a menu was opened on */
export async function importAssessment(parts: ImportParts, file: unknown): Promise<void> {
  const portfolios = (await parts.source.current())?.portfolios ?? [];
  const portfolio = await choosePortfolio(portfolios, rootOver(portfolios, file), assessment.title);
  if (portfolio !== undefined) await show(parts, assessment, file, { root: portfolio.root });
}

async function show(
  { client, previews }: ImportParts,
  kind: ImportKind,
  file: unknown,
  into: Into,
): Promise<void> {
  const picked = await fileToImport(file, kind, Uri.parse(into.root));
  const change = picked && (await importOf(client, kind, picked, into));
  if (change !== undefined) await previews.show(change);
}

/** The innermost portfolio that a file lies in. */
const rootOver = (portfolios: readonly { readonly root: string }[], file: unknown): string | undefined =>
  file instanceof Uri
    ? portfolios
        .map(({ root }) => root)
        .filter((root) => isWithin(root, file))
        .sort((one, other) => other.length - one.length)[0]
    : undefined;
