/** What all imports and exports have in common: the portfolio that is meant, the file that came, the answer. */
import { manifestName } from '../../core/manifest/manifest';
import { planName } from '../../core/plan/planName';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { FileColumn } from '../../core/tables/fileColumns';
import type { ColumnSettled } from '../../core/tables/toldColumns';
import { byMeaning } from '../../core/tables/toldColumns';
import { differenceOf } from '../../core/text/edit';
import type { FileEdit } from '../../core/text/fileEdit';
import type { Uri } from '../../core/text/span';
import { joinPath, normaliseUri } from '../../core/text/uri';
import { workspaceEdit } from '../../features/editing/edits';
import { fromBase64 } from '../base64';
import type { ChangePreview, ColumnChoice, ImportParams, Refusal } from '../protocol';
import { editTarget } from '../services/clientEdits';
import type { Session } from '../session';

export const wentWrong: Refusal = {
  kind: 'refused',
  message: 'Something went wrong. The log says what.',
};

export const refused = (message: string): Refusal => ({ kind: 'refused', message });

/** Bytes of a file that is imported; the readers refuse what is larger, too. */
const maximumBytes = 5 * 1024 * 1024;

/** What came of a file. */
export function bytesOf({ base64 }: ImportParams): Uint8Array | Refusal {
  if (base64.length > (maximumBytes * 4) / 3 + 4) return refused('The file is larger than 5 MB.');
  return fromBase64(base64) ?? refused('The file did not arrive whole.');
}

/** The portfolio in a folder itself, and in none above it. */
export function portfolioIn(
  index: Pick<Session['index'], 'portfolioAt'>,
  root: string,
): Portfolio | undefined {
  const folder = normaliseUri(root);
  const portfolio = index.portfolioAt(joinPath(folder, manifestName));
  return portfolio?.root === folder ? portfolio : undefined;
}

/** The same with what stands in its files now: an editor may not have told yet of what it has not open. */
export async function newestPortfolio(
  { index, workspace }: Session,
  root: string,
): Promise<Portfolio | Refusal> {
  if (workspace.isLoading) return refused('The portfolio is still being read. Try again in a moment.');
  const before = portfolioIn(index, root);
  if (!before) return refused('There is no portfolio in this folder.');
  const plan = joinPath(before.root, planName);
  const files = new Set([...before.evidence.keys(), ...before.plans.keys(), plan, before.manifestUri]);
  await workspace.changed([...files].map((uri) => ({ uri, kind: 'changed' as const })));
  return portfolioIn(index, root) ?? before;
}

/** A file as it is, undefined where there is none, and as it would be. */
export interface Becoming {
  readonly uri: Uri;
  readonly before: string | undefined;
  readonly text: string;
}

/** @param report what would change, as Markdown. @param problems number of rows that a person has to look at */
export function previewOf(
  session: Session,
  files: readonly Becoming[],
  report: string,
  problems: number,
): Extract<ChangePreview, { kind: 'preview' }> {
  const changed = files.filter(({ before, text }) => text !== (before ?? ''));
  const edits = changed.map(({ uri, before, text }): FileEdit =>
    before === undefined
      ? { kind: 'create', uri, text }
      : { kind: 'edit', uri, text: before, edits: differenceOf(before, text) },
  );
  return {
    kind: 'preview',
    report,
    problems,
    files: changed.map(({ uri, before, text }) => ({ uri, isNew: before === undefined, text })),
    edit: workspaceEdit(edits, editTarget(session)) ?? null,
  };
}

export const refusedWith = (message: string, columns: readonly FileColumn[] | undefined): ChangePreview => ({
  ...refused(message),
  ...(columns ? { columns } : {}),
});

/** What somebody has said of columns; a role that the import does not know is nothing that was said. */
export const settledBy = <Role extends string>(
  choices: readonly ColumnChoice[] | undefined,
  roles: readonly Role[],
): ReturnType<typeof byMeaning<Role>> =>
  byMeaning(
    (choices ?? []).flatMap(({ name, role }): readonly ColumnSettled<Role>[] => {
      const known = roles.find((one) => one === role);
      return known === undefined && role !== null ? [] : [[name, known ?? null]];
    }),
  );
