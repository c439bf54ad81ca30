/** The Markdown of evidence and of plans: headings that start with an ID get the new one, links follow, words only tell. */
import type { HeadedText } from '../evidence/headingIdentifiers';
import { headingIdentifiers } from '../evidence/headingIdentifiers';
import type { Body } from '../markdown/bodyModel';
import { isClearMention } from '../standard/clearMention';
import { isBare } from '../standard/writtenIdentifiers';
import type { Edit } from '../text/edit';
import type { Span, Uri } from '../text/span';
import { headingSlug } from '../../words/headingSlug';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { isMoved, nodeBefore } from './editions';
import type { LinkedPlaces, MovedHeading } from './movedLinks';
import { movedLinks } from './movedLinks';
import type { Occurrence } from './occurrence';

export interface MovedPart {
  readonly edits: readonly Edit[];
  readonly occurrences: readonly Occurrence[];
}

/** A text with headings and links. */
export interface LinkedText extends HeadedText {
  body(): Body;
}

export interface MovedHeadings extends MovedPart {
  /** By the fragment that leads to a heading now. */
  readonly slugs: ReadonlyMap<string, MovedHeading>;
}

export function movedHeadings(
  editions: Editions,
  targets: Targets,
  uri: Uri,
  file: LinkedText,
): MovedHeadings {
  const edits: Edit[] = [];
  const occurrences: Occurrence[] = [];
  const renamed = new Map<number, Renamed>();
  for (const { id, span, heading } of headingIdentifiers(editions.from.pattern, file)) {
    const to = targets(id);
    if ((!to && !isMoved(editions.fateOf(id))) || !isMeant(editions, file.text, id, span)) continue;
    const [next, ...others] = to ?? [];
    const isWritten = next !== undefined && others.length === 0;
    occurrences.push({ id, uri, span, kind: 'heading', to: isWritten ? to : undefined });
    if (!isWritten) continue;
    edits.push({ span, newText: next });
    if (heading.text.startsWith(id))
      renamed.set(heading.span.start, { id, text: next + heading.text.slice(id.length) });
  }
  return { edits, occurrences, slugs: renamed.size === 0 ? new Map() : changedSlugs(file, renamed) };
}

interface Renamed {
  readonly id: string;
  readonly text: string;
}

/**
 * Fragments that lead elsewhere afterwards. A heading that says what another one says already has a number behind it:
 * one that moves may change that of others.
 * @param renamed headings by where they start
 */
function changedSlugs(file: LinkedText, renamed: ReadonlyMap<number, Renamed>): MovedHeadings['slugs'] {
  const slugs = new Map<string, MovedHeading>();
  const [before, after] = [numbered(), numbered()];
  for (const { text, span } of file.body().headings) {
    const own = renamed.get(span.start);
    const [was, slug] = [before(headingSlug(text)), after(headingSlug(own?.text ?? text))];
    if (was !== slug) slugs.set(was, { id: own?.id ?? '', slug });
  }
  return slugs;
}

/** Each name once: `part`, `part-1`, `part-2`. */
function numbered(): (slug: string) => string {
  const next = new Map<string, number>();
  return (slug) => {
    let tried = slug;
    for (let number = next.get(slug) ?? 0; next.has(tried); tried = `${slug}-${number}`)
      next.set(slug, ++number);
    next.set(tried, 0);
    return tried;
  };
}

export function linksFollowing(
  editions: Editions,
  uri: Uri,
  file: LinkedText,
  places: LinkedPlaces,
): MovedPart {
  const { text } = file;
  // The text is parsed only where something in it could lead there.
  if (!mayLead(text, editions, places)) return { edits: [], occurrences: [] };
  const moved = movedLinks(text, uri, file.body().links, places);
  return {
    edits: moved.flatMap(({ edit }) => edit ?? []),
    occurrences: moved.map(({ id, span, edit }): Occurrence => ({
      id,
      uri,
      span,
      kind: 'link',
      to: edit ? [edit.newText] : undefined,
      ...(edit || id !== '' ? {} : { because: 'It leads to the page or the file of the earlier edition.' }),
    })),
  };
}

function mayLead(text: string, { from }: Editions, { headings, standard }: LinkedPlaces): boolean {
  if (text.includes('evidence-portfolio-standard:')) return true;
  const name = standard.from?.slice(standard.from.lastIndexOf('/') + 1);
  if (name !== undefined && standard.from !== standard.to && text.includes(decodeURI(name))) return true;
  if (!text.includes('#')) return false;
  return (
    [...headings.values()].some((slugs) => [...slugs.keys()].some((slug) => text.includes(`#${slug}`))) ||
    (/#[\w%./-]*\d/.test(text) && from.nodes.size > 0)
  );
}

/** IDs in the words of a file that mean something else from now on, outside of what has been looked at already. */
export function mentionsLeft(
  editions: Editions,
  targets: Targets,
  uri: Uri,
  text: string,
  seen: readonly Span[],
): readonly Occurrence[] {
  const known = [...seen].sort((left, right) => left.start - right.start);
  return editions.from.pattern.find(text).flatMap(({ id, span }): readonly Occurrence[] => {
    if (!isMoved(editions.fateOf(id)) && !targets(id)) return [];
    if (isWithinOne(known, span) || !isMeant(editions, text, id, span)) return [];
    return [{ id, uri, span, kind: 'text', to: undefined }];
  });
}

const isWithinOne = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);

/** A bare `5` is an ID only where the words around it say so. */
function isMeant(editions: Editions, text: string, id: string, span: Span): boolean {
  if (!isBare(id)) return true;
  const node = nodeBefore(editions, id);
  return node !== undefined && isClearMention(node, text, span);
}
