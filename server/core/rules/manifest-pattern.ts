import type { Manifest, ManifestPattern } from '../manifest/manifest';
import { defaultInclude } from '../manifest/manifest';
import type { Problem, Span, Uri } from '../text/span';
import { outwardPattern } from '../manifest/outwardPatterns';
import { partsOf, patternFault, withSlashes } from '../manifest/patterns';
import type { Portfolio } from '../portfolio/portfolio';
import type { Edit } from '../text/edit';
import { lineEndOf } from '../text/edit';
import { fileName, joinPath, parentUri } from '../text/uri';
import { quotedLike, scalarEdit } from '../yaml/edits';
import type { Proposal } from './remedy';
import { changing } from './remedy';
import { manifestRule } from './rule';

export const manifestPattern = manifestRule({
  code: 'manifest-pattern',
  severity: 'warning',
  summary: 'A pattern under include or exclude that matches nothing, or cannot.',
  check: (portfolio, { patterns }) =>
    patterns.flatMap((pattern) => {
      const message = messageFor(portfolio, pattern);
      return message === undefined ? [] : [{ span: pattern.span, message } satisfies Problem];
    }),
  remedy: { care: 'choice', proposals: betterPattern },
});

/** Only where nothing matches: a file’s name may hold any of the characters that are mistakes elsewhere. */
function messageFor(portfolio: Portfolio, { key, text }: ManifestPattern): string | undefined {
  const { isMatched } = portfolio;
  if (leadsTooFar(portfolio, text))
    return `“${text}” leads outside the repository, or outside the folder that is open where there is no repository, and nothing there is read. Move the files into it, or remove the pattern.`;
  const ofMarkdown = key === 'include';
  // Who says that every file here counts has said so in case: all evidence may be shared.
  if (ofMarkdown && defaultInclude.includes(text) && portfolio.evidence.size > 0) return undefined;
  const question = { pattern: text, ofMarkdown, ofCase: true };
  if (isMatched(question)) return undefined;
  const fault = patternFault(text);
  if (fault !== undefined) return fault;
  if (isMatched({ ...question, ofCase: false }))
    return `Nothing here matches “${text}”, but something does in other capital or small letters, and they count. Write it as the folder or file is called.`;
  if (ofMarkdown && isMatched({ ...question, ofMarkdown: false }))
    return `No Markdown file here matches “${text}”, and evidence is Markdown. Name other files under “attachments”, in a Markdown file.`;
  return ofMarkdown
    ? `No Markdown file here matches “${text}”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.`
    : `Nothing here matches “${text}”, so it leaves nothing out. The path starts from this file’s folder; check it, or remove the pattern until there is such a file.`;
}

/** Of what is farther away nothing is looked at, not even whether it is there. */
function leadsTooFar({ root, isNear }: Portfolio, pattern: string): boolean {
  const outward = outwardPattern(pattern);
  return outward !== undefined && !isNear(joinPath(root, outward.folder));
}

function betterPattern(portfolio: Portfolio, manifest: Manifest, { span }: Problem): readonly Proposal[] {
  const pattern = manifest.patterns.find((one) => one.span.start === span.start);
  if (!pattern) return [];
  const slashed = withSlashes(pattern.text) ?? pattern.text;
  const parts = partsOf(slashed);
  if (parts)
    return changing(
      manifest,
      `Write a pattern for each: ${parts.join(', ')}`,
      split(manifest, span, parts),
      true,
    );
  const better = slashed === pattern.text ? inOtherLetters(portfolio, pattern) : slashed;
  if (better === undefined || better === pattern.text) return [];
  return changing(manifest, `Replace with ${better}`, [scalarEdit(manifest.text, span, better)], true);
}

/** Several patterns in the place of one: items of the list that it is in, or a list. Undefined in unusual places. */
function split(
  { text, entries }: Manifest,
  span: Span,
  parts: readonly string[],
): readonly Edit[] | undefined {
  const list = entries.find(
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
function inOtherLetters(portfolio: Portfolio, { text }: ManifestPattern): string | undefined {
  const [, not = '', path = ''] = /^(!?(?:\.\/)*\/?)(.*)$/s.exec(text) ?? [];
  const segments = path.split('/');
  let folders: readonly Uri[] = [portfolio.root];
  const better: string[] = [];
  for (const [at, segment] of segments.entries()) {
    if (segment === '..') {
      folders = folders.map(parentUri);
      better.push(segment);
      continue;
    }
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
