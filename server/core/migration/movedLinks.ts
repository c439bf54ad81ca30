/** Links whose fragment is an ID, or the heading of one, and links to the file of the standard. */
import type { Link } from '../markdown/bodyModel';
import { isBare } from '../standard/writtenIdentifiers';
import { isMarkdown } from '../text/markdownName';
import { parseReference } from '../markdown/reference';
import { readingsOf } from '../markdown/readings';
import type { Edit } from '../text/edit';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import { parentUri, relativePath } from '../text/uri';
import { percentEncoded } from '../../words/addresses';
import { qualified } from '../frontMatter/standardNames';
import type { Targets } from './answers';
import { targetsUnder } from './answers';

/** Where links lead, and what becomes of it. */
export interface LinkedPlaces {
  readonly root: Uri;
  /** What stands in the place of an ID. */
  readonly targets: Targets;
  /** IDs that have moved, and of which somebody has to say where. */
  readonly isOpen: (id: string) => boolean;
  /** The files of the two editions, where they have files of their own. */
  readonly standard: {
    /** What the portfolio calls it; in its own file, IDs stand without that. */
    readonly name: string | undefined;
    readonly from: Uri | undefined;
    readonly to: Uri | undefined;
  };
  /** By file, the headings that get other fragments: those before and after, with the ID. */
  readonly headings: ReadonlyMap<Uri, ReadonlyMap<string, MovedHeading>>;
}

export interface MovedHeading {
  readonly id: string;
  readonly slug: string;
}

export interface MovedLink {
  readonly span: Span;
  /** The ID that it names; empty for a link to the standard as such, or to a heading without one. */
  readonly id: string;
  /** Undefined where it stays, and somebody has to look. */
  readonly edit: Edit | undefined;
}

/** Scheme of the pages on which VS Code shows a standard. */
const pageOfStandard = 'evidence-portfolio-standard:';

export function movedLinks(
  text: string,
  file: Uri,
  links: readonly Link[],
  places: LinkedPlaces,
): readonly MovedLink[] {
  return links.flatMap((link) => movedLink(text, file, link, places) ?? []);
}

function movedLink(text: string, file: Uri, link: Link, places: LinkedPlaces): MovedLink | undefined {
  const { destination, span } = link;
  const { standard, headings } = places;
  if (destination.startsWith(pageOfStandard)) return { span, id: '', edit: undefined };
  const mark = destination.indexOf('#');
  const fragment = mark < 0 ? '' : decoded(destination.slice(mark + 1));
  const leads = placesOf(file, places.root, mark < 0 ? destination : destination.slice(0, mark));
  if (leads.length === 0) return undefined;
  const toStandard =
    standard.from !== undefined && standard.from !== standard.to && leads.includes(standard.from);
  const heading = leads.map((uri) => headings.get(uri)?.get(fragment)).find((found) => found !== undefined);
  // In a report or a picture, it says something else.
  const mayBeId =
    fragment !== '' &&
    (toStandard || (!isBare(fragment) && leads.some((uri) => uri === file || isMarkdown(uri))));
  const named = toStandard && standard.name !== undefined ? qualified(standard.name, fragment) : fragment;
  const targets = toStandard && standard.name !== undefined ? targetsUnder(standard.name, places.targets) : places.targets; // prettier-ignore
  const ids = mayBeId ? targets(fragment) : undefined;
  const [next, ...others] = ids ?? [];
  const fresh = heading?.slug ?? (others.length === 0 ? next : undefined);
  const isOpen = fresh === undefined && mayBeId && (ids !== undefined || places.isOpen(named));
  const id = heading?.id ?? (ids || isOpen ? fragment : '');
  if (!toStandard)
    return fresh === undefined && !isOpen ? undefined : written(text, span, id, { fragment: fresh });
  // A line of the old file says nothing of the new one.
  const isLine = /^L\d+/.test(fragment);
  const path = standard.to && relativePath(parentUri(file), standard.to);
  return written(text, span, id, isOpen || isLine || path === undefined ? {} : { path, fragment: fresh });
}

/** Where a path may lead; the file itself where it is empty. Nothing of the web is ours. */
function placesOf(file: Uri, root: Uri, path: string): readonly Uri[] {
  if (path === '') return [file];
  const reference = parseReference(path);
  return readingsOf(file, root, reference).map(({ uri }) => uri);
}

function written(
  text: string,
  span: Span,
  id: string,
  { path, fragment }: { readonly path?: string; readonly fragment?: string | undefined },
): MovedLink {
  const source = text.slice(span.start, span.end);
  const mark = source.indexOf('#');
  const ofPath = spanOf(span.start, mark < 0 ? span.end : span.start + mark);
  const ofFragment = spanOf(span.start + mark + 1, span.end);
  if (path !== undefined && fragment !== undefined)
    return { span, id, edit: { span, newText: `${encoded(path)}#${encoded(fragment)}` } };
  if (path !== undefined) return { span, id, edit: { span: ofPath, newText: encoded(path) } };
  if (fragment !== undefined && mark >= 0)
    return { span, id, edit: { span: ofFragment, newText: encoded(fragment) } };
  return { span, id, edit: undefined };
}

const encoded = (text: string): string => text.replace(/[\s()<>\\"'&|%]/g, percentEncoded);

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
