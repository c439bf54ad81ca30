/**
 * Markdown that nobody here wrote: what other parsers see in it, and what we say of it. Front matter is read a second
 * time by gray-matter, links by markdown-it. `CORPUS=all` takes every file below node_modules, and a minute or more.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import matter from 'gray-matter';
import { Parser } from 'htmlparser2';
import type { Env } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { brokenLinks } from '../../server/core/portfolio/links';
import type { Uri } from '../../server/core/text/span';
import type { RuleCode } from '../../server/core/rules/all';
import type { Finding } from '../../server/core/rules/finding';
import type { Fact, PortfolioIndex } from '../../server/core/index/portfolioIndex';
import { joinPath, relativePath } from '../../server/core/text/uri';
import { withElements } from '../bench/realText';
import { emptyIndex } from './support/portfolioFiles';
import type { RealFile } from './support/realMarkdown';
import { realMarkdown } from './support/realMarkdown';

const folder = 'node_modules';
const root: Uri = 'file:///corpus';

const exists = (path: string): boolean => existsSync(join(folder, path));

/** An index of samples in one portfolio, where links lead as they do on the disk. */
function indexOf(samples: readonly RealFile[]): PortfolioIndex {
  const index = emptyIndex();
  let facts: readonly Fact[] = [
    { kind: 'folders', folders: [root] },
    { kind: 'text', uri: joinPath(root, 'portfolio.yaml'), text: 'title: T\ninclude: ["**/*"]\n' },
    ...samples.map(({ path, text }): Fact => ({
      kind: 'text',
      uri: joinPath(root, path),
      text,
      isClosed: true,
    })),
  ];
  while (facts.length > 0) {
    const { unknownPlaces } = index.apply(facts);
    facts = unknownPlaces.map((uri): Fact => ({
      kind: exists(relativePath(root, uri)) ? 'present' : 'absent',
      uri,
    }));
  }
  return index;
}

/** What markdown-it and htmlparser2 see in a text: addresses as they are written, and headings. */
interface Seen {
  readonly links: readonly string[];
  /** Addresses of definitions, of which the first one with a name counts. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly headings: readonly string[];
}

const second = new MarkdownIt({ html: true });
second.validateLink = () => true;
second.normalizeLink = (address) => address;

function seen(markdown: string): Seen {
  const environment: Env = {};
  const links: string[] = [];
  const headings: string[] = [];
  const html: string[] = [];
  let isHeading = false;
  for (const block of second.parse(markdown, environment)) {
    if (block.type === 'html_block') html.push(block.content);
    if (block.type === 'inline' && isHeading) headings.push(block.content);
    isHeading = block.type === 'heading_open';
    for (const token of block.children ?? []) {
      const address = token.attrGet(token.type === 'image' ? 'src' : 'href');
      if (token.type === 'image' || token.type === 'link_open') links.push(String(address ?? ''));
      if (token.type === 'html_inline') html.push(token.content);
    }
  }
  links.push(...html.flatMap(addressesIn));
  const definitions = new Map(
    Object.entries(environment.references ?? {}).map(([name, { href }]) => [name, href]),
  );
  return { links, definitions, headings };
}

function addressesIn(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, { href, src }) {
      const address = name === 'a' ? href : name === 'img' ? src : undefined;
      if (address !== undefined) found.push(address);
    },
  });
  parser.end(html);
  return found;
}

/** Why one of the two readers sees what the other does not. Each is counted; what has none fails the test. */
type Reason =
  | 'agreed'
  | 'no link to either, and said so'
  | 'no address'
  | 'a definition that comes again'
  | 'a use of a definition, which is reported itself'
  | 'a footnote'
  | 'HTML that only one of them reads';

/** The place below the portfolio that an address leads to, read without our code; undefined for what is none of ours. */
function placeOf(from: string, address: string): string | undefined {
  const written = address.trim();
  if (
    written === '' ||
    /^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?{])/i.test(written) ||
    /\{\{|\{%|<%|\$\{/.test(written)
  )
    return undefined;
  const path = written
    .replace(/[?#].*$/s, '')
    .split('/')
    .map((name) => {
      try {
        return decodeURIComponent(name);
      } catch {
        return name;
      }
    })
    .join('/');
  const place = path.startsWith('/')
    ? posix.normalize(path.slice(1) || '.')
    : posix.join(posix.dirname(from), path);
  return place.startsWith('..') ? undefined : place;
}

const isMissing = (from: string, address: string): boolean => {
  const place = placeOf(from, address);
  return place !== undefined && !exists(place);
};

interface Comparison {
  readonly counts: Map<Reason, number>;
  /** What only one of the two reports, as `path: address`. */
  readonly oursOnly: string[];
  readonly theirsOnly: string[];
}

/** Holds what is reported of a file against what the second reader sees in it, in both directions. */
function compare(index: PortfolioIndex, { path, text }: RealFile, comparison: Comparison): void {
  const uri = joinPath(root, path);
  const evidence = index.evidenceAt(uri);
  const portfolio = index.portfolioAt(uri);
  ok(evidence && portfolio, path);
  const { counts, oursOnly, theirsOnly } = comparison;
  const count = (reason: Reason): void => void counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const theirs = seen(text.slice(evidence.bodyStart));
  const left = [...theirs.links, ...theirs.definitions.values()].filter((address) =>
    isMissing(path, address),
  );
  const reported = index.findings(uri).filter(({ rule }) => rule === 'link-broken').length;
  const broken = brokenLinks(evidence, root, portfolio.exists);
  deepEqual(broken.length, reported, `${path}: every broken link is reported`);
  for (const { destination, kind, link } of broken) {
    const at = left.indexOf(destination);
    const isSeen = theirs.links.includes(destination);
    if (at >= 0) {
      left.splice(at, 1);
      count('agreed');
    } else if (link.isUnread && !isSeen) count('no link to either, and said so');
    else if (kind === 'nothing' && theirs.links.some((address) => address.trim() === '')) count('no address');
    else if (kind === 'own' && isSeen) count('agreed');
    else if (
      [...theirs.definitions.values()].includes(destination) ||
      /^\s*\[/.test(lineOf(text, link.span.start))
    )
      count('a definition that comes again');
    else if (isInTag(text, link.span.start)) count('HTML that only one of them reads');
    else oursOnly.push(`${path}: ${destination}`);
  }
  const reportedDefinitions = new Set(broken.map(({ destination }) => destination));
  for (const address of left) {
    const names = [...theirs.definitions].filter(([, href]) => href === address).map(([name]) => name);
    if (names.some((name) => name.startsWith('^'))) count('a footnote');
    else if (names.length > 0 && reportedDefinitions.has(address))
      count('a use of a definition, which is reported itself');
    else theirsOnly.push(`${path}: ${address}`);
  }
}

function lineOf(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? undefined : end);
}

const isInTag = (text: string, at: number): boolean => /(?:href|src)\s*=\s*["']?$/i.test(text.slice(0, at));

/** What the index may say of text that nobody wrote as evidence, and how the second readers bear it out. */
function unconfirmed(sample: RealFile, { rule, span }: Finding): string | undefined {
  const { path, text } = sample;
  const body = matter(text).content;
  if (rule === 'link-broken' || isBorneOut(rule)) return undefined;
  return `${path}: ${rule}`;

  function isBorneOut(code: RuleCode): boolean {
    if (code === 'title-missing')
      return seen(body).headings.every((heading) => heading.replace(/[\s#]/g, '') === '');
    if (code === 'element-heading-unlisted')
      return seen(body).headings.some((heading) => heading.includes(text.slice(span.start, span.end)));
    return code === 'body-empty' && body.replace(/<!--[\s\S]*?-->/g, '').trim() === '';
  }
}

describe('Markdown that others have written', () => {
  const samples = realMarkdown();
  const evidence = samples.map(({ path, text }): RealFile => ({ path, text: withElements(text) }));
  let index: PortfolioIndex;
  before(() => {
    index = indexOf(evidence);
  });

  it('is evidence and has findings only where another parser sees front matter with elements', () => {
    const asItIs = indexOf(samples);
    const ours = samples
      .filter(({ path }) => asItIs.evidenceAt(joinPath(root, path)) !== undefined)
      .map(({ path }) => path);
    const theirs = samples.filter(({ text }) => 'elements' in dataOf(text)).map(({ path }) => path);
    deepEqual(ours, theirs);
    const reported = asItIs
      .filesWithFindings()
      .map((uri) => relativePath(root, uri))
      .filter((path) => path !== 'portfolio.yaml');
    deepEqual(reported, []);
  });

  it('has the elements that another parser reads, once it is made evidence', () => {
    for (const { path, text } of evidence) deepEqual([path, dataOf(text)['elements']], [path, ['1.1.1']]);
    const read = evidence.map(({ path }) =>
      index.evidenceAt(joinPath(root, path))?.elements.map(({ id }) => id),
    );
    deepEqual(
      read,
      evidence.map(() => ['1.1.1']),
    );
  });

  it('has the findings that other parsers bear out, and all broken links that they see', () => {
    const comparison: Comparison = { counts: new Map(), oursOnly: [], theirsOnly: [] };
    const alone: string[] = [];
    for (const sample of evidence) {
      compare(index, sample, comparison);
      for (const finding of index.findings(joinPath(root, sample.path)))
        alone.push(...[unconfirmed(sample, finding) ?? []].flat());
    }
    const { counts, oursOnly, theirsOnly } = comparison;
    if (process.env['CORPUS']) console.log(evidence.length, counts);
    deepEqual({ alone, oursOnly, theirsOnly }, { alone: [], oursOnly: [], theirsOnly: [] });
    // How many depends on which packages are installed.
    ok((counts.get('agreed') ?? 0) > 50, `only ${counts.get('agreed')} broken links were compared`);
  });

  it('fails the comparison where one reader sees what the other does not', () => {
    const see = (ours: string, theirs: string): readonly string[] => {
      const comparison: Comparison = { counts: new Map(), oursOnly: [], theirsOnly: [] };
      const block = '---\nelements: [1.1.1]\n---\n';
      const one = indexOf([{ path: 'a.md', text: block + ours }]);
      compare(one, { path: 'a.md', text: block + theirs }, comparison);
      return [...comparison.oursOnly, ...comparison.theirsOnly];
    };
    deepEqual(see('[a](gone.md)', '[a](gone.md)'), []);
    deepEqual(see('[a](gone.md)', 'a'), ['a.md: gone.md']);
    deepEqual(see('a', '[a](gone.md)'), ['a.md: gone.md']);
    deepEqual(see('[a](gone.md)', '[a](gone.md) ![b](gone.png)'), ['a.md: gone.png']);
  });
});

/** What gray-matter reads; nothing where it cannot. */
function dataOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const { data }: { data: unknown } = matter(text);
    return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
