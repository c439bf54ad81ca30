/** How the client at hand takes edits, and having it apply them. */
import type { Connection } from 'vscode-languageserver';
import type { Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { normaliseUri } from '../../core/text/uri';
import type { EditTarget } from '../../features/editing/edits';
import type { FileEdit } from '../../core/text/fileEdit';
import { workspaceEdit } from '../../features/editing/edits';
import type { CommandResult } from '../protocol';
import type { Session } from '../session';

export function editTarget(session: Session): EditTarget {
  const { workspaceEdit: able } = session.parameters?.capabilities.workspace ?? {};
  const takesVersions = able?.documentChanges === true;
  const documentAt = (uri: Uri) =>
    session.documents.all().find((document) => normaliseUri(document.uri) === uri);
  return {
    takesVersions,
    createsFiles: takesVersions && able.resourceOperations?.includes('create') === true,
    renamesFiles: takesVersions && able.resourceOperations?.includes('rename') === true,
    addressOf: (uri) => documentAt(uri)?.uri ?? uri,
    versionOf: (uri) => documentAt(uri)?.version ?? null,
  };
}

/** Reads the files again that mending a rule's findings would change: an editor may not have told yet of what it has not open. */
export async function reread(
  { index, workspace }: Session,
  portfolio: Portfolio,
  rule: string,
): Promise<void> {
  const { fixAllInPortfolio } = await import('../../core/index/mend');
  const edits = fixAllInPortfolio(index, portfolio, rule);
  await workspace.changed(edits.map(({ uri }) => ({ uri, kind: 'changed' as const })));
}

/** @param label what the client may call it, in its list of things to undo */
export async function applyEdits(
  connection: Connection,
  session: Session,
  edits: readonly FileEdit[],
  label: string,
): Promise<CommandResult> {
  if (session.parameters?.capabilities.workspace?.applyEdit !== true)
    return { applied: false, message: 'This editor lets no language server change files.' };
  const edit = workspaceEdit(edits, editTarget(session));
  if (!edit) {
    const creates = edits.some(({ kind }) => kind === 'create');
    return {
      applied: false,
      message: creates ? 'This editor lets no language server create files.' : 'There was nothing to change.',
    };
  }
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit });
  if (applied) return { applied };
  const reason = failureReason ? ` ${failureReason}` : '';
  return { applied, message: `The editor did not make the change.${reason}` };
}
