/** Quick fixes for patterns under `include` and `exclude`, and for a manifest under another name. */
import type { ManifestPattern } from '../../core/manifest/manifest';
import { isManifestName, manifestName, mayBeManifest } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import type { Finding } from '../../core/rules/finding';
import { partsOf, withSlashes } from '../../core/manifest/patterns';
import type { Edit } from '../../core/text/edit';
import { lineEndOf } from '../../core/text/edit';
import { fileName, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { quotedLike, scalarEdit } from '../../core/yaml/edits';
import type { Fix, FixContext, Fixer } from './context';
import { fixHere } from './context';

export const betterPattern: Fixer = (context, finding) => {
  const pattern = context.manifest?.patterns.find(({ span }) => span.start === finding.span.start);
  if (!pattern) return [];
  const slashed = withSlashes(pattern.text) ?? pattern.text;
  const parts = partsOf(slashed);
  if (parts)
    return fixHere(
      context,
      `Write a pattern for each: ${parts.join(', ')}`,
      split(context, finding, parts),
      true,
    );
  const better = slashed === pattern.text ? inOtherLetters(context, pattern) : slashed;
  if (better === undefined || better === pattern.text) return [];
  return fixHere(context, `Replace with ${better}`, [scalarEdit(context.text, finding.span, better)], true);
};

/** Several patterns in the place of one: items of the list that it is in, or a list. Undefined in unusual places. */
function split(
  { text, manifest }: FixContext,
  { span }: Finding,
  parts: readonly string[],
): readonly Edit[] | undefined {
  const list = manifest?.entries.find(
    ({ value }) => value.span.start <= span.start && span.end <= value.span.end,
  )?.value;
  const written = parts.map((part) => quotedLike(text[span.start] === '"' ? '"' : "'", part));
  if (list?.kind === 'scalar') return [{ span, newText: `[${written.join(', ')}]` }];
  if (list?.kind !== 'list') return undefined;
  if (list.flow) return [{ span, newText: written.join(', ') }];
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  // Only behind a dash: an item with an anchor or a tag is somebody's who can do it alone.
  if (!/^[ \t]*-[ \t]+$/.test(line)) return undefined;
  return [{ span, newText: written.join(lineEndOf(text) + line) }];
}

/** Segments of the pattern as the folders and files that they match are called, where that is certain. */
function inOtherLetters({ portfolio }: FixContext, { text }: ManifestPattern): string | undefined {
  const [, not = '', path = ''] = /^(!?(?:\.\/)*\/?)(.*)$/s.exec(text) ?? [];
  const segments = path.split('/');
  let folders: readonly Uri[] = [portfolio.root];
  const better: string[] = [];
  for (const [at, segment] of segments.entries()) {
    if (segment === '' || /[*?[\\]/.test(segment)) return not + [...better, ...segments.slice(at)].join('/');
    const same = folders
      .flatMap((folder) => portfolio.childrenOf(folder))
      .filter(({ uri }) => fileName(uri).toLowerCase() === segment.toLowerCase());
    const names = new Set(same.map(({ uri }) => fileName(uri)));
    const [name] = names;
    if (name === undefined || names.size > 1) return undefined;
    better.push(name);
    folders = same.map(({ uri }) => uri);
  }
  return not + better.join('/');
}

/** Where no file of that name stands yet. */
export const misnamedManifest: Fixer = ({ uri, index, portfolio }) => {
  const name = fileName(uri);
  if (!mayBeManifest(name) || isManifestName(name)) return [];
  const to = joinPath(parentUri(uri), manifestName);
  if (portfolio.exists(to) === true || index.textOf(to) !== undefined) return [];
  const title = `Rename to ${relativePath(parentUri(uri), to)}`;
  return [{ title, edits: [{ kind: 'rename', uri, to }], isPreferred: true } satisfies Fix];
};
