/** Files in memory behind the same door as the disk: what a Workspace reads, and events that tell of changes. */
import type { FileAccess, Listing, ReadOutcome } from '../../../server/host/files/fileAccess';
import { maximumBytes, skippedFolders } from '../../../server/host/files/fileAccess';
import type { IgnoreRules } from '../../../server/host/files/ignoreRules';
import { ignoreRules } from '../../../server/host/files/ignoreRules';
import type { Uri } from '../../../server/core/text/span';
import { fileName, isWithin, parentUri } from '../../../server/core/text/uri';
import type { Content, Files } from './portfolioFiles';
import { at } from './portfolioFiles';

export interface MemoryFiles {
  readonly access: FileAccess;
  readonly files: Map<Uri, Content>;
  /** What was asked of the access, as `find`, `readMany a b` and so on with paths. */
  readonly asked: string[];
  /** Called before each answer: a place to let something happen in between. */
  pause: () => Promise<void>;
}

export function memoryFiles(start: Files): MemoryFiles {
  const files = new Map(Object.entries(start).map(([path, content]) => [at(path), content]));
  const memory: MemoryFiles = {
    files,
    asked: [],
    pause: () => Promise.resolve(),
    access: {
      find: async (folder) => {
        memory.asked.push(`find ${folder}`);
        await memory.pause();
        return list(files, folder);
      },
      readMany: async (uris) => {
        memory.asked.push(`readMany ${uris.join(' ')}`);
        // As the disk was before others had their turn.
        const outcomes = uris.map((uri) => outcomeOf(files.get(uri)));
        await memory.pause();
        return outcomes;
      },
      exist: async (uris) => {
        memory.asked.push(`exist ${uris.join(' ')}`);
        const answers = uris.map((uri) => [...files.keys()].some((file) => isWithin(uri, file)));
        await memory.pause();
        return answers;
      },
    },
  };
  return memory;
}

function list(files: ReadonlyMap<Uri, Content>, root: Uri): Listing {
  const rules = ignoreRules();
  const isSkipped = (uri: Uri): boolean =>
    uri
      .slice(root.length)
      .split('/')
      .some((segment) => skippedFolders.has(segment));
  const texts = [...files].filter(([uri]) => fileName(uri) === '.gitignore');
  // From above, as a search comes by them: what is in a folder that is left out has no say.
  for (const [uri, text] of texts.sort(([left], [right]) => left.length - right.length)) {
    const folder = parentUri(uri);
    const isLeftOut =
      isWithin(root, folder) && folder !== root && (isSkipped(folder) || ignoresFolder(rules, root, folder));
    const isOnTheWay = isWithin(root, folder) || isWithin(folder, root);
    if (typeof text === 'string' && isOnTheWay && !isLeftOut) rules.add(folder, text);
  }
  const isFolder = (uri: Uri): boolean => {
    const content = files.get(uri);
    return typeof content === 'object' && content?.isFolder === true;
  };
  const isListed = (uri: Uri): boolean =>
    isWithin(root, uri) && !isSkipped(uri) && !rules.ignoresPath(root, uri);
  return {
    files: [...files.keys()].filter((uri) => isListed(uri) && !isFolder(uri)),
    unread: [...files].flatMap(([uri, content]) =>
      isListed(uri) &&
      typeof content === 'object' &&
      content &&
      (isFolder(uri) || fileName(uri) === '.gitignore')
        ? [{ uri, ...content }]
        : [],
    ),
    isIgnored: (uri) => rules.ignoresPath(root, uri),
    ignoring: rules.folders(),
  };
}

const ignoresFolder = (rules: IgnoreRules, root: Uri, folder: Uri): boolean =>
  rules.ignoresFolder(folder) || rules.ignoresPath(root, folder);

function outcomeOf(content: Content | undefined): ReadOutcome {
  if (content === undefined) return { kind: 'absent' };
  if (content === null) return { kind: 'text', text: '%PDF-1.7' };
  if (typeof content !== 'string') return { kind: 'unreadable', reason: content.reason };
  return content.length > maximumBytes
    ? { kind: 'tooLarge', bytes: content.length }
    : { kind: 'text', text: content };
}
