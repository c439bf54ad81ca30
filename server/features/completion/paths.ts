/** Completion of paths, folder by folder: under `attachments`, in links, and for the file of a standard. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { attachmentTargets, leadsTo } from '../../core/portfolio/targets';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Span, Uri } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import { compareNaturally } from '../../core/text/naturalOrder';
import { parseReference } from '../../core/markdown/reference';
import { fileName, isWithin, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { yamlPath } from '../../words/yamlScalar';
import type { Choice, Question, Slot } from './item';
import { asValue, items } from './item';

/** More than these nobody reads; the next character typed makes them fewer. */
const maximumItems = 200;

/** After so many it is known where they are. */
const enoughAttachments = 200;

/** A place below a folder as a path from that folder: what stands before the last slash, and what may follow on it. */
interface Step {
  readonly uri: Uri;
  readonly name: string;
  readonly isFolder: boolean;
}

/** What can follow on a path that has been typed up to its last slash. Nothing outside of the portfolio; of shared evidence, of the repository. */
function steps({ portfolio, cursor }: Question, base: string, typed: string): readonly Step[] {
  const folder = joinPath(parentUri(cursor.uri), base);
  const scope = portfolio.scopeOf(cursor.uri);
  if (!isWithin(scope, folder)) return [];
  const start = typed.toLowerCase();
  const children = portfolio
    .childrenOf(folder)
    .filter(({ uri }) => uri !== cursor.uri)
    .map((child): Step => ({ ...child, name: fileName(child.uri) }))
    .filter(({ name }) => name.toLowerCase().includes(start) && !name.startsWith('.'))
    .sort(
      (left, right) =>
        Number(right.isFolder) - Number(left.isFolder) || compareNaturally(left.name, right.name),
    );
  const goesUp = /^(?:\.\.?\/)*$/.test(base) && folder !== scope && '..'.startsWith(typed);
  return goesUp ? [...children, { uri: parentUri(folder), name: '..', isFolder: true }] : children;
}

interface Typed {
  /** As it stands, up to its last slash. */
  readonly base: string;
  /** The same without what encodes it. */
  readonly path: string;
  /** What follows on it up to the cursor, without what encodes it. */
  readonly name: string;
}

interface Writing {
  readonly encode: (name: string) => string;
  readonly write: (path: string, isFolder: boolean) => string;
}

function choices(
  question: Question,
  { base, path, name: typed }: Typed,
  { encode, write }: Writing,
): Choice[] {
  return steps(question, path, typed)
    .slice(0, maximumItems)
    .map(({ name, isFolder }) => {
      const written = `${base}${encode(name)}${isFolder ? '/' : ''}`;
      return {
        label: isFolder ? `${name}/` : name,
        newText: write(written, isFolder),
        filterText: written,
        kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
        ...(name === '..' ? { words: 'the folder above' } : {}),
        asksAgain: isFolder,
      };
    });
}

/** A path in YAML: as people write it, in quotation marks where YAML needs them. */
export function completePath(question: Question, wholeSlot: Slot): CompletionItem[] {
  const { text, offset } = question.cursor;
  const { start, end } = wholeSlot.token;
  const typed = text.slice(start, offset);
  // What says where in the file to look stays.
  const length = text.slice(offset, end).search(/#|$/);
  const slot = { ...wholeSlot, token: spanOf(start, offset + length) };
  if (/^(?:[A-Za-z][\w+.-]*:|\/)/.test(typed)) return [];
  const slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1;
  const base = typed.slice(0, slash);
  const found = choices(
    question,
    { base, path: base.replaceAll('\\', '/'), name: typed.slice(slash) },
    { encode: (name) => name, write: (path) => asValue(path, slot, yamlPath) },
  );
  return items(question, slot, typed === '' ? [...usedFolders(question, slot), ...found] : found);
}

/** The folders in the portfolio that hold attachments of evidence, the most used first: writers keep them in one place. */
export function attachmentFolders(portfolio: Portfolio): readonly Uri[] {
  const counts = new Map<Uri, number>();
  let seen = 0;
  for (const evidence of portfolio.evidence.values()) {
    for (const target of attachmentTargets(evidence)) {
      const uri = leadsTo(target, portfolio.exists)?.uri;
      if (uri === undefined || !portfolio.exists(uri)) continue;
      counts.set(parentUri(uri), (counts.get(parentUri(uri)) ?? 0) + 1);
      seen++;
    }
    if (seen >= enoughAttachments) break;
  }
  return [...counts]
    .filter(([folder]) => isWithin(portfolio.root, folder))
    .sort((left, right) => right[1] - left[1])
    .map(([folder]) => folder);
}

function usedFolders({ portfolio, cursor }: Question, slot: Slot): readonly Choice[] {
  const here = parentUri(cursor.uri);
  return attachmentFolders(portfolio)
    .filter((folder) => folder !== here && parentUri(folder) !== here)
    .slice(0, 3)
    .map((folder) => {
      const path = `${relativePath(here, folder).replace(/\/$/, '')}/`;
      return {
        label: path,
        newText: asValue(path, slot, yamlPath),
        kind: CompletionItemKind.Folder,
        words: 'where other evidence has its attachments',
        asksAgain: true,
      };
    });
}

/** The start of a link's destination before the cursor: in brackets, or of a definition. */
const destination = /(?:\]\([ \t]*|^ {0,3}\[[^\]]+\]:[ \t]*)(?:<([^<>]*)|([^<>()\s]*))$/;

/** The destination of a link: percent-encoded, or between < and > as it is. Undefined where the cursor is in none. */
export function completeLink(question: Question, line: Span): CompletionItem[] | undefined {
  const { text, offset } = question.cursor;
  const match = destination.exec(text.slice(line.start, offset));
  if (!match) return undefined;
  const isBracketed = match[1] !== undefined;
  const typed = match[1] ?? match[2] ?? '';
  // An address, the top of some server, or a place in a file.
  if (/^(?:[A-Za-z][\w+.-]*:|\/)|[?#]/.test(typed)) return [];
  const slash = typed.lastIndexOf('/') + 1;
  const rest = text.slice(offset, line.end);
  const length = rest.search(isBracketed ? /[<>?#]|$/ : /[\s()<>"?#]|$/);
  const isOpen = isBracketed && !/^[?#]?[^<>]*>/.test(rest.slice(length));
  const slot = { token: spanOf(offset - typed.length, offset + length) };
  const found = choices(
    question,
    { base: typed.slice(0, slash), path: pathOf(typed.slice(0, slash)), name: pathOf(typed.slice(slash)) },
    {
      encode: (name) => name.replace(isBracketed ? /[%<>\\#?&\r\n]/g : /[%\s()<>\\"`[\]#?&:]/g, percent),
      write: (path, isFolder) => (isOpen && !isFolder ? `${path}>` : path),
    },
  );
  return items(question, slot, found);
}

function pathOf(written: string): string {
  const reference = parseReference(written);
  return reference.kind === 'path' ? reference.path : '';
}

/** `encodeURIComponent` leaves brackets as they are. */
const percent = (character: string): string =>
  encodeURIComponent(character).replace('(', '%28').replace(')', '%29');
