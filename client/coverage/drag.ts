/** Dragging in the Coverage view: files from the explorer onto an element, evidence from one element to another. */
import { DataTransferItem, Uri, type TreeDragAndDropController } from 'vscode';
import { isMarkdown } from '../host/fileNames';
import type { Row } from './rows';
import type { ElementTarget, EvidenceTarget } from '../portfolios/elements';
import { showInformation } from '../host/notices';

/** What VS Code calls rows of our view that are dragged; it is made from the view's id, in lower case. */
const rowsType = 'application/vnd.code.tree.evidenceportfolio.coverage';
const filesType = 'text/uri-list';

export interface Dropped {
  /** Files are dropped onto an element. */
  readonly add: (files: readonly Uri[], target: ElementTarget) => Promise<void>;
  /** Evidence of other elements is dropped onto an element. */
  readonly move: (evidence: readonly EvidenceTarget[], target: ElementTarget) => Promise<void>;
  /** Something is dropped onto a group: the user says onto which of its elements; undefined: onto none. */
  readonly chooseBelow: (root: string, group: string) => Promise<ElementTarget | undefined>;
}

/** What the view does with what is dragged from it and dropped onto it. */
export function coverageDrag({ add, move, chooseBelow }: Dropped): TreeDragAndDropController<Row> {
  const elementAt = async (row: Row | undefined): Promise<ElementTarget | undefined> => {
    if (row === undefined || row.kind === 'portfolio' || row.kind === 'award') return undefined;
    if (row.kind === 'node' && row.node.state === undefined) return chooseBelow(row.root, row.element);
    return { root: row.root, element: row.element };
  };
  return {
    dragMimeTypes: [filesType],
    dropMimeTypes: [rowsType, filesType],
    handleDrag: (rows, transfer) => {
      const evidence = rows.filter((row) => row.kind === 'evidence');
      if (evidence.length === 0) return;
      const told = evidence.map(({ root, element, uri }): EvidenceTarget => ({ root, element, uri }));
      transfer.set(rowsType, new DataTransferItem(JSON.stringify(told)));
      // So that evidence can be dropped into an editor, too.
      transfer.set(filesType, new DataTransferItem(evidence.map(({ uri }) => uri).join('\r\n')));
    },
    handleDrop: async (row, transfer) => {
      const rows = await transfer.get(rowsType)?.asString();
      const evidence = rows === undefined || rows === '' ? [] : asEvidence(rows);
      const list = (await transfer.get(filesType)?.asString()) ?? '';
      const files = list
        .split(/\r\n|\r|\n/)
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => Uri.parse(line));
      const fitting = files.filter(isMarkdown);
      if (evidence.length === 0 && fitting.length === 0) {
        if (files.length > 0) void showInformation(notMarkdown);
        return;
      }
      const target = await elementAt(row);
      if (target === undefined) {
        if (row === undefined || row.kind === 'portfolio' || row.kind === 'award')
          void showInformation('Drop it onto an element: a row with an ID such as 3.2.4.');
        return;
      }
      await (evidence.length > 0 ? move(evidence, target) : add(fitting, target));
    },
  };
}

const notMarkdown =
  'Only Markdown files can be evidence. A file of another kind becomes part of it under “attachments” in a Markdown file.';

function asEvidence(text: string): readonly EvidenceTarget[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? (value as readonly EvidenceTarget[]) : [];
}
