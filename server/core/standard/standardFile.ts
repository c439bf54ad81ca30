/** Reads standards, from their files and from the data that the build makes of the built-in ones. */
import { foreignAdvice, foreignStandard, isImportable } from './foreignStandard';
import { identifierPattern } from './identifiers';
import { numberedNames } from './numberedNames';
import { firstWords } from '../text/lines';
import type { Problem, Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Profile, Standard, StandardNode } from './standard';
import { checkProfiles, readAward, readProfiles, readRatings, readRetired } from './standardParts';
import type { Report } from './standardShape';
import { checkKeys, nodeKeys, textOf, textsOf, topLevelKeys } from './standardShape';
import { readTranslations } from './translations';
import { shortcuts } from '../text/shortcuts';
import { readJson } from '../yaml/json';
import { readNestedYaml } from '../yaml/nestedYaml';
import { nodeOf } from '../yaml/nestedNodes';
import type { YamlNode } from '../yaml/tree';
import { entryOf, parseYaml } from '../yaml/tree';

/** A standard's YAML as plain data with every scalar a string: what the build makes of schemas/standards. */
export type StandardData = string | readonly StandardData[] | { readonly [key: string]: StandardData };

/** Reads a standard file. What is wrong is in `problems`; the standard holds what could be read. Never throws. */
export function parseStandard(
  id: string,
  text: string,
): { standard: Standard; problems: readonly Problem[] } {
  const kind = foreignStandard(id, text);
  if (kind !== undefined) return foreign(id, text, kind);
  const json = shortcuts.taken ? readJson(text) : undefined;
  if (json) return readStandard(id, json);
  // Without places, which only what is wrong needs.
  const quick = shortcuts.taken ? readNestedYaml(text) : undefined;
  const quickly = quick === undefined ? undefined : readStandard(id, nodeOf(quick));
  if (quickly?.problems.length === 0) return quickly;
  const { root, faults } = parseYaml(text);
  const read = readStandard(id, root);
  return { standard: read.standard, problems: faults.length > 0 ? faults : read.problems };
}

/** A file of another program: what it is is said in its first line, and nothing of it is read here. */
function foreign(id: string, text: string, kind: string): ReturnType<typeof parseStandard> {
  const span = firstWords(text);
  const message = `This is ${kind}, and not a standard file${isImportable(kind) ? ' yet' : ''}. ${foreignAdvice(kind, id)}`;
  return { standard: readStandard(id, { kind: 'empty', span }).standard, problems: [{ span, message }] };
}

/** A built-in standard from its data; it has been checked by the tests. */
export function standardFromData(id: string, data: StandardData): Standard {
  return readStandard(id, nodeOf(data)).standard;
}

interface Reader {
  /** What the standard calls its levels, from the top. */
  readonly levels: readonly string[];
  readonly profiles: readonly Profile[];
  readonly nodes: Map<string, StandardNode>;
  /** What a group without an ID is called. */
  readonly called: (title: string) => string;
  readonly elements: StandardNode[];
  /** Lists that have been read: by references with *, a short text may stand for billions of nodes. */
  readonly read: Set<readonly YamlNode[]>;
  readonly report: Report;
}

function readStandard(id: string, root: YamlNode): { standard: Standard; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (span, message) => void problems.push({ span, message });
  checkKeys(root, topLevelKeys, report);
  const profiles = readProfiles(entryOf(root, 'profiles')?.value, report);
  const levels = textsOf(entryOf(root, 'levels')?.value);
  const nodes = new Map<string, StandardNode>();
  const elements: StandardNode[] = [];
  const called = numberedNames((name) => nodes.has(name));
  const reader: Reader = { levels, profiles, nodes, called, elements, read: new Set(), report };
  const roots = readNodes(reader, entryOf(root, 'children')?.value, []);
  if (textOf(root, 'title') === '') report(firstPlace(root), 'A standard needs a title.');
  if (elements.length === 0) report(firstPlace(root), 'A standard needs children, each with an id.');

  const ratings = readRatings(entryOf(root, 'ratings')?.value, report);
  const { retired, reused } = readRetired(entryOf(root, 'retired')?.value, nodes, report);
  const ids = Array.from(nodes.values()).flatMap((node) => (node.hasId ? [node.id] : []));
  const title = textOf(root, 'title') || id;
  const standard: Standard = {
    id,
    title,
    names: { titles: [title], short: [id] },
    edition: textOf(root, 'edition'),
    language: textOf(root, 'language'),
    acknowledgement: textOf(root, 'acknowledgement'),
    roots,
    nodes,
    elements,
    ratings,
    profiles,
    award: readAward(entryOf(root, 'award')?.value, ratings, report),
    retired,
    reused,
    translations: readTranslations(entryOf(root, 'translations')?.value, nodes, report),
    elementPattern: identifierPattern(elements.map((element) => element.id)),
    pattern: identifierPattern([...ids, ...retired.keys()]),
  };
  return { standard, problems };
}

function readNodes(
  reader: Reader,
  list: YamlNode | undefined,
  ancestors: readonly StandardNode[],
): readonly StandardNode[] {
  if (!list || list.kind === 'empty') return [];
  if (list.kind !== 'list') {
    reader.report(list.span, 'A list of nodes is expected here.');
    return [];
  }
  if (reader.read.has(list.items)) {
    reader.report(list.span, 'These nodes stand in the standard twice.');
    return [];
  }
  reader.read.add(list.items);
  return list.items.flatMap((item) => readNode(reader, item, ancestors) ?? []);
}

function readNode(
  reader: Reader,
  item: YamlNode,
  ancestors: readonly StandardNode[],
): StandardNode | undefined {
  const { levels, profiles, nodes, elements, report } = reader;
  checkKeys(item, nodeKeys, report);
  const list = entryOf(item, 'children')?.value;
  const isLeaf = list?.kind !== 'list' || list.items.length === 0;
  const assessable = textOf(item, 'assessable');
  const named = nameOf(item, isLeaf || /^true$/i.test(assessable), reader);
  if (!named) return undefined;
  const children: StandardNode[] = [];
  const { id, ownId, hasId, title } = named;
  // Every property by its name: thirty times as fast as a copy with properties added to it.
  const node: StandardNode = {
    id,
    ownId,
    hasId,
    title,
    standard: undefined,
    inScope: true,
    short: textOf(item, 'short'),
    text: textOf(item, 'text'),
    introduction: textsOf(entryOf(item, 'introduction')?.value),
    guidance: textsOf(entryOf(item, 'guidance')?.value),
    note: textOf(item, 'note'),
    keywords: textsOf(entryOf(item, 'keywords')?.value),
    profiles: checkProfiles(item, profiles, report),
    related: textsOf(entryOf(item, 'related')?.value),
    assessable: assessable === '' ? isLeaf : /^true$/i.test(assessable),
    level: levels[ancestors.length] ?? (isLeaf ? 'Element' : 'Group'),
    ancestors,
    children,
  };
  nodes.set(node.id, node);
  if (node.assessable) elements.push(node);
  children.push(...readNodes(reader, list, [...ancestors, node]));
  return node;
}

/** Its ID and title. A group needs no ID: it is called by its title, which then stands in the place of one. */
function nameOf(
  item: YamlNode,
  isElement: boolean,
  { nodes, called, report }: Reader,
): Pick<StandardNode, 'id' | 'ownId' | 'title' | 'hasId'> | undefined {
  const identifier = entryOf(item, 'id')?.value;
  const title = textOf(item, 'title');
  if (!isElement && title.trim() !== '' && (!identifier || identifier.kind === 'empty')) {
    const id = called(title);
    return { id, ownId: id, title: '', hasId: false };
  }
  if (identifier?.kind !== 'scalar' || identifier.text.trim() === '') {
    report(identifier?.span ?? item.span, 'This node has no id.');
    return undefined;
  }
  if (nodes.has(identifier.text)) {
    report(identifier.span, `The id ${identifier.text} stands in the standard twice.`);
    return undefined;
  }
  return { id: identifier.text, ownId: identifier.text, title, hasId: true };
}

const firstPlace = (root: YamlNode): Span =>
  spanOf(root.span.start, Math.min(root.span.end, root.span.start + 1));
