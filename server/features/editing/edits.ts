/** Changes of files as the protocol's edits, in the form that the client at hand can apply. */
import type {
  CreateFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Uri } from '../../core/text/span';
import { inOrder } from '../../core/text/edit';
import type { EditedFile, FileEdit } from '../../core/text/fileEdit';
import { altersText } from '../../core/text/fileEdit';
import { rangesIn } from '../text/range';

/** What is to be known of the client, and of what it has open. */
export interface EditTarget {
  /** Edits may say of which version of a document they are. */
  readonly takesVersions: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  /** A document's address as the client spells it. */
  readonly addressOf: (uri: Uri) => string;
  /** Null for a document that is not open. */
  readonly versionOf: (uri: Uri) => number | null;
}

/** Undefined where nothing would change, and where the client cannot do it. */
export function workspaceEdit(files: readonly FileEdit[], target: EditTarget): WorkspaceEdit | undefined {
  const wanted = files.filter((file) => file.kind !== 'edit' || altersText(file));
  if (wanted.length === 0) return undefined;
  if (!target.takesVersions) {
    const changes: Record<string, TextEdit[]> = {};
    for (const file of wanted) {
      if (file.kind !== 'edit') return undefined;
      changes[target.addressOf(file.uri)] = textEdits(file);
    }
    return { changes };
  }
  if (!target.createsFiles && wanted.some(({ kind }) => kind === 'create')) return undefined;
  if (!target.renamesFiles && wanted.some(({ kind }) => kind === 'rename')) return undefined;
  return { documentChanges: wanted.flatMap((file) => documentChanges(file, target)) };
}

function documentChanges(file: FileEdit, target: EditTarget): (CreateFile | RenameFile | TextDocumentEdit)[] {
  const uri = target.addressOf(file.uri);
  if (file.kind === 'edit')
    return [{ textDocument: { uri, version: target.versionOf(file.uri) }, edits: textEdits(file) }];
  if (file.kind === 'rename') return [{ kind: 'rename', oldUri: uri, newUri: file.to }];
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: file.text }] },
  ];
}

function textEdits({ text, edits }: EditedFile): TextEdit[] {
  const range = rangesIn(text);
  return inOrder(edits).map(({ span, newText }) => ({ range: range(span), newText }));
}
