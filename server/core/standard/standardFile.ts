/** Reads standards, from their files and from the data that the build makes of the built-in ones. */
import { identifierPattern } from './identifiers';
import type { Problem, Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Rating, Standard, StandardNode } from './standard';
import type { YamlNode } from '../yaml/tree';
import { entryOf, parseYaml } from '../yaml/tree';

/** A standard's YAML as plain data with every scalar a string: what the build makes of schemas/standards. */
export type StandardData = string | readonly StandardData[] | { readonly [key: string]: StandardData };

const maximumDepth = 4;
const topLevelKeys = [
  'title', 'publisher', 'source', 'acknowledgement', 'licence', 'levels', 'ratings', 'award', 'retired', 'children',
]; // prettier-ignore
const nodeKeys = ['id', 'title', 'text', 'introduction', 'guidance', 'note', 'assessable', 'children'];

/** Reads a standard file. What is wrong is in `problems`; the standard holds what could be read. Never throws. */
export function parseStandard(
  id: string,
  text: string,
): { standard: Standard; problems: readonly Problem[] } {
  const { root, faults } = parseYaml(text);
  const read = readStandard(id, root);
  return { standard: read.standard, problems: faults.length > 0 ? faults : read.problems };
}

/** A built-in standard from its data; it has been checked by the tests. */
export function standardFromData(id: string, data: StandardData): Standard {
  return readStandard(id, nodeOf(data)).standard;
}

interface Reader {
  /** What the standard calls its levels, from the top. */
  readonly levels: readonly string[];
  readonly nodes: Map<string, StandardNode>;
  readonly elements: StandardNode[];
  readonly report: Report;
}

type Report = (span: Span, message: string) => void;

function readStandard(id: string, root: YamlNode): { standard: Standard; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (span, message) => void problems.push({ span, message });
  const levels = textsOf(entryOf(root, 'levels')?.value);
  const reader: Reader = { levels, nodes: new Map(), elements: [], report };
  checkKeys(root, topLevelKeys, report);
  const roots = readNodes(reader, entryOf(root, 'children')?.value, []);
  const { nodes, elements } = reader;
  if (textOf(root, 'title') === '') report(firstPlace(root), 'A standard needs a title.');
  if (elements.length === 0) report(firstPlace(root), 'A standard needs children, each with an id.');

  const ratings = readRatings(entryOf(root, 'ratings')?.value, report);
  const retired = readRetired(entryOf(root, 'retired')?.value, nodes, report);
  const standard: Standard = {
    id,
    title: textOf(root, 'title') || id,
    acknowledgement: textOf(root, 'acknowledgement'),
    roots,
    nodes,
    elements,
    ratings,
    award: readAward(entryOf(root, 'award')?.value, ratings, report),
    retired,
    elementPattern: identifierPattern(elements.map((element) => element.id)),
    pattern: identifierPattern([...nodes.keys(), ...retired.keys()]),
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
  if (ancestors.length === maximumDepth) {
    reader.report(list.span, `A standard has at most ${maximumDepth} levels.`);
    return [];
  }
  return list.items.flatMap((item) => readNode(reader, item, ancestors) ?? []);
}

function readNode(
  reader: Reader,
  item: YamlNode,
  ancestors: readonly StandardNode[],
): StandardNode | undefined {
  const { levels, nodes, elements, report } = reader;
  checkKeys(item, nodeKeys, report);
  const identifier = entryOf(item, 'id')?.value;
  if (identifier?.kind !== 'scalar' || identifier.text.trim() === '') {
    report(identifier?.span ?? item.span, 'This node has no id.');
    return undefined;
  }
  if (nodes.has(identifier.text)) {
    report(identifier.span, `The id ${identifier.text} stands in the standard twice.`);
    return undefined;
  }
  const list = entryOf(item, 'children')?.value;
  const isLeaf = list?.kind !== 'list' || list.items.length === 0;
  const assessable = textOf(item, 'assessable');
  const children: StandardNode[] = [];
  const node: StandardNode = {
    id: identifier.text,
    title: textOf(item, 'title'),
    text: textOf(item, 'text'),
    introduction: textsOf(entryOf(item, 'introduction')?.value),
    guidance: textsOf(entryOf(item, 'guidance')?.value),
    note: textOf(item, 'note'),
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

function readRatings(node: YamlNode | undefined, report: Report): readonly Rating[] {
  if (!node || node.kind === 'empty') return [];
  if (node.kind !== 'list') {
    report(node.span, 'A list of ratings is expected here, the best first.');
    return [];
  }
  return node.items.flatMap((item) => {
    // A rating may be just its id.
    const id = item.kind === 'scalar' ? item.text : textOf(item, 'id');
    if (id === '') {
      report(item.span, 'This rating has no id.');
      return [];
    }
    return [{ id, title: textOf(item, 'title') || id, description: textOf(item, 'description') }];
  });
}

function readAward(
  node: YamlNode | undefined,
  ratings: readonly Rating[],
  report: Report,
): Standard['award'] {
  if (!node || node.kind === 'empty') return undefined;
  const rating = textOf(node, 'rating');
  const percent = Number(textOf(node, 'percent') || NaN);
  if (ratings.some(({ id }) => id === rating) && percent >= 0 && percent <= 100) return { rating, percent };
  report(node.span, 'An award needs a rating from the list of ratings, and a percent from 0 to 100.');
  return undefined;
}

function readRetired(
  node: YamlNode | undefined,
  nodes: ReadonlyMap<string, StandardNode>,
  report: Report,
): ReadonlyMap<string, string> {
  const retired = new Map<string, string>();
  if (node?.kind !== 'map') return retired;
  for (const { key, value } of node.entries) {
    if (value.kind === 'scalar' && nodes.has(value.text)) retired.set(key.text, value.text);
    else report(key.span, `The id that replaces ${key.text} is not in the standard.`);
  }
  return retired;
}

function checkKeys(node: YamlNode, known: readonly string[], report: Report): void {
  if (node.kind !== 'map') {
    report(node.span, 'Names with a colon are expected here, such as “title: …”.');
    return;
  }
  for (const { key } of node.entries) {
    if (!known.includes(key.text)) report(key.span, `“${key.text}” is not a part of a standard file.`);
  }
  for (const { key, value } of node.entries) {
    const expected = misshapen(key.text, value);
    if (known.includes(key.text) && expected !== undefined)
      report(value.span, `Behind “${key.text}”, ${expected} is expected.`);
  }
}

const textKeys = ['title', 'text', 'note', 'acknowledgement'];
const listKeys = ['levels', 'introduction', 'guidance'];

/** What is expected behind a key, where something else stands there that would be passed over. */
function misshapen(key: string, value: YamlNode): string | undefined {
  if (value.kind === 'empty') return undefined;
  if (key === 'assessable')
    return value.kind === 'scalar' && /^(?:true|false)$/i.test(value.text) ? undefined : 'true or false';
  if (key === 'retired') return value.kind === 'map' ? undefined : '“old ID: new ID”';
  if (value.kind === 'scalar') return undefined;
  if (textKeys.includes(key)) return 'a text';
  if (!listKeys.includes(key)) return undefined;
  const isOfTexts = value.kind === 'list' && value.items.every(({ kind }) => kind === 'scalar');
  return isOfTexts ? undefined : 'a list of texts';
}

const firstPlace = (root: YamlNode): Span =>
  spanOf(root.span.start, Math.min(root.span.end, root.span.start + 1));

const textOf = (node: YamlNode, key: string): string => {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' ? value.text : '';
};

const textsOf = (node: YamlNode | undefined): readonly string[] => {
  if (node?.kind === 'scalar') return [node.text];
  return node?.kind === 'list'
    ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : [];
};

/** Plain data in the shape of the tree that the reader reads; it has no places, so all spans are empty. */
function nodeOf(data: StandardData): YamlNode {
  const span = spanOf(0, 0);
  if (typeof data === 'string') return { kind: 'scalar', text: data, plain: true, span };
  if (isList(data)) return { kind: 'list', items: data.map(nodeOf), flow: false, span };
  const entries = Object.entries(data).map(([key, value]) => ({
    key: { kind: 'scalar' as const, text: key, plain: true, span },
    value: nodeOf(value),
  }));
  return { kind: 'map', entries, span };
}

const isList = (data: StandardData): data is readonly StandardData[] => Array.isArray(data);
