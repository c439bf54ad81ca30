/** Mapping files for another edition: the IDs of its side, and what the file calls the standard. */
import type { MappedStandard, Mapping, Pair } from '../mapping/mapping';
import { parseMapping } from '../mapping/mappingFile';
import { ofOnePart } from '../mapping/relations';
import type { MappableStandard } from '../mapping/resolved';
import { bothMeant, idMeant, isEdition, standardMeant } from '../mapping/resolved';
import type { Portfolio } from '../portfolio/portfolio';
import type { Edit } from '../text/edit';
import { applyEdits } from '../text/edit';
import type { FileEdit } from '../text/fileEdit';
import { altersText } from '../text/fileEdit';
import type { Uri } from '../text/span';
import { parentUri, relativePath } from '../text/uri';
import { quotedLike, replacement, scalarEdit } from '../yaml/edits';
import type { YamlMap, YamlNode } from '../yaml/nodes';
import { entryOf, parseYaml } from '../yaml/tree';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import { movedList } from './idLists';
import type { Occurrence } from './occurrence';

export interface MappingMoves extends Renaming {
  /** What is known of the IDs of a file. */
  readonly at: (uri: Uri) => { readonly editions: Editions; readonly targets: Targets };
}

interface Renaming {
  /** The standard that is moved, as the mappings find it now, and as they find it then. */
  readonly of: MappableStandard;
  readonly after: MappableStandard;
  /** What the files are to call it where they call it by its id or its file. */
  readonly name: string;
  /** One that leads from the one edition to the other: it stays true as it is. */
  readonly way?: Uri | undefined;
}

/** Of one file. */
interface Moves extends Renaming {
  readonly editions: Editions;
  readonly targets: Targets;
}

export interface MovedMappings {
  readonly edits: readonly FileEdit[];
  readonly occurrences: readonly Occurrence[];
}

/** Those that are named twice are moved once. */
export function movedMappings({ mappings, standards }: Portfolio, moves: MappingMoves): MovedMappings {
  const files = new Map(
    mappings.flatMap(({ uri, file }) =>
      uri !== undefined && uri !== moves.way && file?.kind === 'read' ? [[uri, file] as const] : [],
    ),
  );
  const moved = Array.from(files, ([uri, { text, value }]) =>
    movedMapping({ uri, text, mapping: value.mapping.placed(), standards }, { ...moves, ...moves.at(uri) }),
  );
  return {
    edits: moved.flatMap(({ edits }) => edits),
    occurrences: moved.flatMap(({ occurrences }) => occurrences),
  };
}

interface MappingFile {
  readonly uri: Uri;
  readonly text: string;
  readonly mapping: Mapping;
  readonly standards: readonly MappableStandard[];
}

function movedMapping(file: MappingFile, moves: Moves): MovedMappings {
  const { uri, text, mapping, standards } = file;
  const [from, to] = bothMeant(standards, mapping, uri);
  // One that leads from a standard to itself says nothing.
  const side = from === to ? undefined : from === moves.of ? 'from' : to === moves.of ? 'to' : undefined;
  const named = side && mapping[side];
  if (!side || !named) return { edits: [], occurrences: [] };
  const parts = partsOf(file, side, moves);
  const isAsMeant = isReadAsMeant(file, side, parts);
  const occurrences = parts.flatMap((part) => occurrencesOf(part, uri, moves, isAsMeant));
  const edits = [
    ...namedAnew(file, named, moves),
    ...(isAsMeant ? parts.flatMap((part) => part.edits ?? []) : []),
  ];
  const edit = { kind: 'edit', uri, text, edits } as const;
  return {
    edits: altersText(edit) ? [edit] : [],
    occurrences: [...ofOtherEdition(named, uri, moves), ...occurrences],
  };
}

/** What one side of a pair becomes. */
interface MovedPart {
  readonly ids: readonly { readonly text: string; readonly span: Occurrence['span'] }[];
  readonly targets: Targets;
  /** Undefined where it is written in a way that no edit here knows. */
  readonly edits: readonly Edit[] | undefined;
  readonly after: readonly string[];
}

function partsOf({ text }: MappingFile, side: Side, moves: Moves): readonly MovedPart[] {
  const own = targetsOfSide(moves);
  const pairs = entryOf(parseYaml(text).root, 'pairs')?.value;
  const items = pairs?.kind === 'list' ? pairs.items : [];
  return items.flatMap((item) => {
    const value = item.kind === 'map' ? entryOf(item, side)?.value : undefined;
    return item.kind === 'map' && value ? [partOf(text, item, value, own, side)] : [];
  });
}

type Side = 'from' | 'to';

function partOf(text: string, pair: YamlMap, value: YamlNode, own: Targets, side: Side): MovedPart {
  const items = value.kind === 'list' ? value.items : [value];
  const ids = items.flatMap((item) =>
    item.kind === 'scalar' ? [{ text: item.text.trim(), span: item.span }] : [],
  );
  const relation = entryOf(pair, 'relation')?.value;
  const isAlone = ids.length === 1;
  // Of several IDs, one that has been divided would change how the others stand.
  const targets: Targets = (id) => {
    const to = own(id);
    return to === undefined || to.length === 1 || isAlone ? to : undefined;
  };
  const isDivided = ids.some(({ text: id }) => (targets(id)?.length ?? 1) > 1);
  const said = relation?.kind === 'scalar' ? ofOnePart(relation.text, side) : undefined;
  const { edits, ids: after } = listMoved(text, value, ids, targets);
  const weaker = isDivided && said !== undefined && relation ? [scalarEdit(text, relation.span, said)] : [];
  return { ids, targets, edits: edits && [...edits, ...weaker], after };
}

/** A single ID is one, whatever is in it: a list at the top of evidence would be more in a line. */
function listMoved(
  text: string,
  value: YamlNode,
  ids: MovedPart['ids'],
  targets: Targets,
): { readonly edits: readonly Edit[] | undefined; readonly ids: readonly string[] } {
  const [only] = ids;
  if (value.kind !== 'scalar' || !only) return movedList(text, value, targets);
  const to = targets(only.text);
  if (!to) return { edits: [], ids: [only.text] };
  if (to.length === 1) return { edits: [scalarEdit(text, only.span, to[0] ?? '')], ids: to };
  const mark = text[only.span.start];
  const list = `[${to.map((id) => quotedLike(mark, id)).join(', ')}]`;
  return { edits: [replacement(text, only.span, list)], ids: to };
}

/** IDs as the file writes them, which are those of the standard without its name. */
function targetsOfSide({ editions, targets, of, after }: Moves): Targets {
  const mark = after.name === undefined ? '' : `${after.name}:`;
  return (written) => {
    const id = idMeant(of, written);
    if (id === undefined) return undefined;
    const to = targets(id)?.map(editions.after);
    if (to?.every((next) => next.startsWith(mark)) === true) return to.map((next) => next.slice(mark.length));
    // It is written in a way of its own, which may be the way of another one now.
    const isSame = !isMoved(editions.fateOf(id)) && id !== idMeant(after, written);
    return isSame && after.standard.nodes.has(id) ? [id.slice(mark.length)] : undefined;
  };
}

function occurrencesOf(
  { ids, targets }: MovedPart,
  uri: Uri,
  { editions, of, targets: known }: Moves,
  isAsMeant: boolean,
): readonly Occurrence[] {
  return ids.flatMap(({ text, span }): readonly Occurrence[] => {
    const id = idMeant(of, text);
    const to = targets(text);
    const place = { id: id ?? text, uri, span, kind: 'pair' } as const;
    if (to)
      return [
        isAsMeant ? { ...place, to: known(id ?? text) ?? to } : { ...place, to: undefined, because: unusual },
      ];
    if (id === undefined || !isMoved(editions.fateOf(id))) return [];
    const fate = editions.fateOf(id);
    // Where the ID is another part now, somebody has to say which is meant before anything is written.
    const isAsked = !('to' in fate) || fate.to.length === 0 || editions.to.nodes.has(id);
    return [{ ...place, to: undefined, ...(isAsked ? {} : { because: several }) }];
  });
}

const unusual = 'The mapping is written in a way that cannot be changed safely.';
const several = 'Several parts have taken its place: write those that the pair is of, and how they stand.';

/** Read again, the pairs have the IDs that they should have, and all else in the file is as it was. */
function isReadAsMeant(
  { uri, text, mapping }: MappingFile,
  side: Side,
  parts: readonly MovedPart[],
): boolean {
  if (parts.some(({ edits }) => edits === undefined)) return false;
  const edits = parts.flatMap((part) => part.edits ?? []);
  if (edits.length === 0) return true;
  const after = parseMapping(uri, applyEdits(text, edits)).mapping;
  const other: Side = side === 'from' ? 'to' : 'from';
  const idsOf = ({ pairs }: Mapping, of: Side): string =>
    [...new Set(pairs.map((pair) => pair[of].text))].join('\n');
  const wanted = [...new Set(parts.flatMap((part) => part.after))].join('\n');
  return (
    idsOf(after, side) === wanted &&
    idsOf(after, other) === idsOf(mapping, other) &&
    sameNotes(after.pairs, mapping.pairs)
  );
}

const notesOf = (pairs: readonly Pair[]): string => [...new Set(pairs.map(({ note }) => note))].join('\n');
const sameNotes = (one: readonly Pair[], other: readonly Pair[]): boolean => notesOf(one) === notesOf(other);

/** What the file calls the standard, where that would not lead to it any more. */
function namedAnew(
  { uri, text, standards }: MappingFile,
  named: MappedStandard,
  { of, after, name }: Renaming,
): readonly Edit[] {
  const then = standards.map((one) => (one === of ? after : one));
  if (standardMeant(then, named, uri) === after) return [];
  const isByTitle = of.standard.id !== named.name && !/[/\\]|\.(?:ya?ml|json)$/i.test(named.name);
  const path = after.source.uri === undefined ? name : relativePath(parentUri(uri), after.source.uri);
  return [scalarEdit(text, named.span, isByTitle ? after.standard.title : path)];
}

/** Whether it holds for the other edition too is for people to say. */
function ofOtherEdition(
  { edition, span }: MappedStandard,
  uri: Uri,
  { of, after }: Renaming,
): readonly Occurrence[] {
  if (edition === '' || !isEdition(of, edition) || isEdition(after, edition)) return [];
  const next = after.standard.edition;
  const because = `The mapping is made for edition ${edition}. Look whether its pairs hold for ${next === '' ? 'this one' : `edition ${next}`}, and write that there.`;
  return [{ id: '', uri, span, kind: 'pair', to: undefined, because }];
}
