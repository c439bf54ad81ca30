/** Files and folders that are about to be renamed or moved: the paths in evidence that lead there, or start there. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { Target } from '../../core/portfolio/targets';
import { isHarmless } from '../../core/evidence/harmless';
import { attachmentTargets, leadsTo, linkTargets } from '../../core/portfolio/targets';
import type { Manifest } from '../../core/manifest/manifest';
import type { Uri } from '../../core/text/span';
import { possibleLinkTargets } from '../../core/markdown/possibleLinks';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioFile } from '../../core/portfolio/portfolioFile';
import { decodedPath } from '../../core/markdown/reference';
import type { Edit } from '../../core/text/edit';
import { yamlPath } from '../../words/yamlScalar';
import { isWithin, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { quotedLike, replacement, singleText } from '../../core/yaml/edits';
import { textEdits } from './rename';
import { percentEncoded } from '../../words/addresses';

export interface Move {
  readonly from: Uri;
  readonly to: Uri;
}

export type FileEdits = readonly [Uri, TextEdit[]];

/**
 * The edits to make before the files are moved, by the addresses that the files have now. A path keeps the form in
 * which it is written; one that leads nowhere is left to its writer. One step per file, undefined where nothing
 * changes: a folder of attachments may be in use everywhere, and others want their turn in between.
 */
export function* fileRenameEdits(
  portfolios: readonly Portfolio[],
  moves: readonly Move[],
): Generator<FileEdits | undefined> {
  const isGuest = guestsAmong(portfolios);
  for (const portfolio of portfolios) {
    const { manifest } = portfolio;
    const standard = manifest && standardEdits(portfolio.root, manifest, moves);
    if (standard && standard.length > 0) yield [manifest.uri, textEdits(manifest.text, standard)];
    for (const file of [...portfolio.plans.values(), ...portfolio.evidence.values()]) {
      if (isGuest(portfolio, file.uri)) continue;
      const edits = editsIn(portfolio, file, moves);
      yield edits.length > 0 ? [file.uri, textEdits(file.text, edits)] : undefined;
    }
  }
}

/** Evidence that portfolios share is looked at once: by its own, else by the first of them. */
function guestsAmong(portfolios: readonly Portfolio[]): (portfolio: Portfolio, uri: Uri) => boolean {
  const homes = new Map<Uri, Portfolio>();
  for (const portfolio of portfolios)
    for (const uri of portfolio.evidence.keys()) if (isWithin(portfolio.root, uri)) homes.set(uri, portfolio);
  for (const portfolio of portfolios)
    for (const uri of portfolio.evidence.keys()) if (!homes.has(uri)) homes.set(uri, portfolio);
  return (portfolio, uri) => (homes.get(uri) ?? portfolio) !== portfolio;
}

/** A portfolio that loses its standard would lose all else. */
function standardEdits(
  root: Uri,
  { uri, standard, text }: Manifest,
  moves: readonly Move[],
): readonly Edit[] {
  if (standard.kind !== 'valid') return [];
  const { value, span } = standard;
  const [from, to] = [moving(moves)(root), moving(moves)(joinPath(root, value))];
  if (joinPath(from, value) === to || !isReachable(from, to)) return [];
  const newText = attachmentText(text.slice(span.start, span.end), value, relativePath(from, to));
  return newText === undefined ? [] : unharmed(uri, text, [replacement(text, span, newText)]);
}

/** Where a file or folder will be. */
const moving =
  (moves: readonly Move[]) =>
  (uri: Uri): Uri => {
    const move = moves.find(({ from }) => isWithin(from, uri));
    return move ? move.to + uri.slice(move.from.length) : uri;
  };

function editsIn(portfolio: Portfolio, file: PortfolioFile, moves: readonly Move[]): readonly Edit[] {
  const moved = moving(moves);
  const before = parentUri(file.uri);
  const after = parentUri(moved(file.uri));
  /** The path to write instead; undefined where the one that is written still leads to the same place. */
  const newPath = (target: Target): string | undefined => {
    const meant = leadsTo(target, portfolio.exists);
    if (!meant) return undefined;
    const { uri, path } = meant;
    // A path that starts with / does so from a folder that moves by itself, if at all.
    const base = target.kind === 'top' ? moved(meant.base) : after;
    const to = moved(uri);
    const isSame = joinPath(base, path) === to;
    const isLost = portfolio.exists(uri) === false && to === uri;
    if (isSame || isLost || !isReachable(base, to)) return undefined;
    return target.kind === 'top' && isWithin(base, to)
      ? `/${relativePath(base, to)}`
      : relativePath(after, to);
  };
  const attachments = (file.isPlan ? [] : attachmentTargets(file)).flatMap((target) => {
    const tail = leadsTo(target, portfolio.exists)?.tail ?? '';
    const edits = rewritten(target, newPath(target), (to) =>
      attachmentText(file.text.slice(target.span.start, target.span.end), target.destination, to + tail),
    );
    return unharmed(
      file.uri,
      file.text,
      edits.map(({ span, newText }) => replacement(file.text, span, newText)),
    );
  });
  // Where nothing that could be a link leads to what is moved, the text need not be parsed.
  const possible =
    before === after && !file.isPlan ? possibleLinkTargets(file, portfolio.scopeOf(file.uri)) : undefined;
  if (possible?.every(({ uri }) => uri === undefined || moved(uri) === uri)) return attachments;
  const links = linkTargets(file, portfolio.scopeOf(file.uri)).flatMap((target) => {
    const source = file.text.slice(target.span.start, target.span.end);
    // What is no link to Markdown is not made one in passing.
    const path = target.link.isUnread === true ? undefined : newPath(target);
    return rewritten(target, path, (to) => linkText(file.text, target, source, to));
  });
  return [...attachments, ...links];
}

/** A path that cannot be changed without another value is left to its writer. */
const unharmed = (uri: Uri, text: string, edits: readonly Edit[]): readonly Edit[] =>
  isHarmless(uri, text, edits) ? edits : [];

function rewritten(
  { span }: Target,
  path: string | undefined,
  write: (path: string) => string | undefined,
): readonly Edit[] {
  const newText = path === undefined ? undefined : write(path);
  return newText === undefined ? [] : [{ span, newText }];
}

/** No relative path leads to another host or another drive. */
function isReachable(from: Uri, to: Uri): boolean {
  const start = (uri: Uri): string => /^[^/]*\/\/[^/]*(?:\/[a-z]%3A(?=\/|$))?/.exec(uri)?.[0] ?? '';
  return start(from) === start(to);
}

/**
 * A path as people write it in front matter, in the quotation marks that stand there.
 * @param source what is replaced, as it stands
 * @param value what that means
 */
function attachmentText(source: string, value: string, path: string): string | undefined {
  // An alias is written somewhere else, and a text over several lines is not ours to put on one.
  if (source.startsWith('*') || singleText(source, { start: 0, end: source.length }) === undefined)
    return undefined;
  const like = withDots(path, value);
  const text = value.includes('\\') && !value.includes('/') ? like.replaceAll('/', '\\') : like;
  return quotedLike(source[0], text, yamlPath);
}

/** A link's address in the form that it has: in angle brackets or not, percent-encoded or not, with its fragment. */
function linkText(
  text: string,
  { span, destination }: Target,
  source: string,
  path: string,
): string | undefined {
  // Without escapes and entities, what stands there is what was read; else the place is not certain.
  const isPlain = source === destination;
  if (!isPlain && !/[\\&]/.test(source)) return undefined;
  const before = text[span.start - 1] ?? '';
  const encode = encoder(source, before === '<', /["'=]/.test(before));
  const [oldPath = '', tail = ''] = [/^[^?#]*/.exec(destination)?.[0], /[?#][^]*$/.exec(destination)?.[0]];
  // Parts of the path that stay are kept as they are written.
  const kept = isPlain ? oldPath.split('/').filter(isBalanced) : [];
  const known = new Map(kept.map((segment) => [decodedPath(segment), segment]));
  const segments = path.split('/').map((segment) => known.get(segment) ?? encode(segment));
  const slash = oldPath.endsWith('/') && !path.endsWith('/') ? '/' : '';
  return withDots(segments.join('/'), oldPath) + slash + (isPlain ? tail : encodeTail(tail));
}

/** A bracket whose other half was in another part of the path would end the address. */
const isBalanced = (segment: string): boolean => !/[()]/.test(segment.replace(/\([^()]*\)/g, ''));

/** `./` where it stood before, or where a name would be taken for something else. */
const withDots = (path: string, before: string): string =>
  (before.startsWith('./') || /^[A-Za-z][A-Za-z0-9+.-]*:|^[\\#?]/.test(path)) && !path.startsWith('.')
    ? `./${path}`
    : path;

/** How a name is to be written in an address like `source`. */
function encoder(source: string, inBrackets: boolean, inHtml: boolean): (name: string) => string {
  const percent = /%[0-9A-Fa-f]{2}/.test(source);
  const nonAscii = /%[89A-Fa-f][0-9A-Fa-f]/.test(source);
  // In any address these mean something else than themselves.
  const always = '%?#|\\\\<>&`\\[\\]\\p{Cc}\\u2028\\u2029';
  const spaces = inBrackets && !percent ? '' : '\\s()';
  const quotes = inHtml ? '"\'=' : '';
  const unsafe = new RegExp(`[${always}${spaces}${quotes}${nonAscii ? '\\u{80}-\\u{10FFFF}' : ''}]`, 'gu');
  return (name) => name.replace(unsafe, percentEncoded);
}

/** A query or fragment that was written with escapes. */
const encodeTail = (tail: string): string => tail.replace(/[\s()<>\\&]/g, percentEncoded);
