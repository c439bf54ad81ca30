/**
 * A standard: a tree of nodes of any depth from 1 to 4, and what stands beside it. The format is
 * schemas/standard.schema.json. Nothing here knows Customer Service Excellence.
 */
import type { IdentifierPattern } from './identifiers';
import { identifierPattern } from './identifiers';
import type { Problem, Span } from './model';
import { spanOf } from './model';
import { compareNaturally } from './naturalOrder';
import type { YamlNode } from './yamlTree';
import { entryOf, parseYaml } from './yamlTree';

export interface StandardNode {
  /** Opaque; unique in its standard. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Paragraphs. */
  readonly introduction: readonly string[];
  /** Bullets. */
  readonly guidance: readonly string[];
  /** The transcriber's remark about the text, not part of the standard. */
  readonly note: string;
  /** Evidence can be given for it: an element, and not a group. */
  readonly assessable: boolean;
  /** What the standard calls nodes of this depth, such as Criterion. */
  readonly level: string;
  /** From the top of the tree; empty for a node at the top. */
  readonly ancestors: readonly StandardNode[];
  readonly children: readonly StandardNode[];
}

export interface Rating {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Standard {
  /** A built-in standard's id, or the path under which the manifest names its file. */
  readonly id: string;
  readonly title: string;
  /** Shown wherever the text of the standard is shown at length; may be empty. */
  readonly acknowledgement: string;
  readonly roots: readonly StandardNode[];
  readonly nodes: ReadonlyMap<string, StandardNode>;
  /** The assessable nodes in the order of the standard. */
  readonly elements: readonly StandardNode[];
  /** From best to worst. */
  readonly ratings: readonly Rating[];
  /** At least `percent` of the applicable elements rated `rating` or better. */
  readonly award: { readonly rating: string; readonly percent: number } | undefined;
  /** IDs of earlier editions and what replaced them. */
  readonly retired: ReadonlyMap<string, string>;
  /** The shape of the IDs of elements. */
  readonly elementPattern: IdentifierPattern;
  /** The shape of every ID, those of groups and retired ones too. */
  readonly pattern: IdentifierPattern;
}

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

/** Elements before others where order is asked for: by the standard's own order, unknown IDs after, naturally. */
export function compareInStandard(standard: Standard): (left: string, right: string) => number {
  const order = new Map(standard.elements.map((element, at) => [element.id, at]));
  return (left, right) =>
    (order.get(left) ?? Infinity) - (order.get(right) ?? Infinity) || compareNaturally(left, right);
}

/** A few words for a node: its title, or its text up to where a clause or a word ends near `length` characters. */
export function shortWords(node: StandardNode, length = 80): string {
  const words = node.title || node.text || node.id;
  if (words.length <= length) return words.replace(/\.$/, '');
  const clause = words.slice(0, length + 1).search(/[,;:][^,;:]*$/);
  const cut = clause >= length / 2 ? clause : words.lastIndexOf(' ', length);
  return `${words.slice(0, cut > 0 ? cut : length)}…`;
}

function readStandard(id: string, root: YamlNode): { standard: Standard; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (span: Span, message: string): void => void problems.push({ span, message });

  const levels = textsOf(entryOf(root, 'levels')?.value);
  const nodes = new Map<string, StandardNode>();
  const elements: StandardNode[] = [];
  checkKeys(root, topLevelKeys, report);

  function readNodes(
    list: YamlNode | undefined,
    ancestors: readonly StandardNode[],
  ): readonly StandardNode[] {
    if (!list || list.kind === 'empty') return [];
    if (list.kind !== 'list') {
      report(list.span, 'A list of nodes is expected here.');
      return [];
    }
    if (ancestors.length === maximumDepth) {
      report(list.span, `A standard has at most ${maximumDepth} levels.`);
      return [];
    }
    return list.items.flatMap((item) => readNode(item, ancestors) ?? []);
  }

  function readNode(item: YamlNode, ancestors: readonly StandardNode[]): StandardNode | undefined {
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
      assessable: assessable === '' ? isLeaf : assessable === 'true',
      level: levels[ancestors.length] ?? (isLeaf ? 'Element' : 'Group'),
      ancestors,
      children,
    };
    nodes.set(node.id, node);
    if (node.assessable) elements.push(node);
    children.push(...readNodes(list, [...ancestors, node]));
    return node;
  }

  const roots = readNodes(entryOf(root, 'children')?.value, []);
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

type Report = (span: Span, message: string) => void;

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
