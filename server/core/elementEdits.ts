/** Edits of the list of elements: comments, quotation marks, indentation and line ends of the rest stay. */
import type { EvidenceFile } from './evidence';
import { lineAround } from './lines';
import { spanOf } from './model';
import type { Standard } from './standard';
import { compareInStandard } from './standard';
import type { TextChange } from './textChange';
import { indentAt, insertion, lineEndOf, wholeLine, yamlScalar } from './textChange';
import type { YamlEntry, YamlList, YamlNode } from './yamlTree';

/** The one entry that can be edited; undefined where faults of the block make an edit a guess. */
function editable(evidence: EvidenceFile): YamlEntry | undefined {
  const entries = evidence.entries.filter(({ key }) => key.text === 'elements');
  const [entry] = entries;
  return entry &&
    entries.length === 1 &&
    evidence.frontMatter.kind === 'closed' &&
    evidence.frontMatter.faults.length === 0
    ? entry
    : undefined;
}

/** Adds an element at the end of the list; no change where it is there already. Undefined where no edit is safe. */
export function addElement(evidence: EvidenceFile, id: string): readonly TextChange[] | undefined {
  const entry = editable(evidence);
  if (!entry) return undefined;
  if (evidence.elements.some((reference) => reference.id === id)) return [];
  const { value } = entry;
  switch (value.kind) {
    case 'empty':
      return [insertion(lineAround(evidence.text, entry.key.span.end).end, lineOfList(evidence, entry, id))];
    case 'scalar':
      return addToScalar(evidence, entry, id);
    case 'list':
      return value.flow ? addToFlow(evidence, value, id) : addToBlock(evidence, value, id);
    case 'map':
      return undefined;
  }
}

/** Removes every mention of an element from the list. Undefined where no edit is safe. */
export function removeElement(evidence: EvidenceFile, id: string): readonly TextChange[] | undefined {
  const entry = editable(evidence);
  if (!entry) return undefined;
  const { value } = entry;
  if (value.kind === 'scalar')
    return value.text.trim() === id ? [{ span: value.span, newText: '[]' }] : undefined;
  if (value.kind !== 'list') return undefined;
  const gone = value.items.flatMap((item, at) =>
    item.kind === 'scalar' && item.text.trim() === id ? [at] : [],
  );
  return removeItems(evidence, value, gone);
}

/** Removes the reference that starts at an offset: one of two that are the same. */
export function removeReferenceAt(evidence: EvidenceFile, offset: number): readonly TextChange[] | undefined {
  const value = editable(evidence)?.value;
  if (value?.kind !== 'list') return undefined;
  const at = value.items.findIndex((item) => item.span.start === offset);
  return at < 0 ? undefined : removeItems(evidence, value, [at]);
}

/** `[a, b]` or a single value as lines with a dash. Undefined where it is one already, or has comments in it. */
export function asBlockList(evidence: EvidenceFile): readonly TextChange[] | undefined {
  const entry = editable(evidence);
  if (!entry) return undefined;
  const { value } = entry;
  const source = (node: YamlNode): string => evidence.text.slice(node.span.start, node.span.end);
  const isFlow =
    value.kind === 'list' && value.flow && value.items.length > 0 && !source(value).includes('#');
  if (!isFlow && value.kind !== 'scalar') return undefined;
  const items = value.kind === 'list' ? value.items.map(source) : [source(value)];
  const lines = items.map((item) => `${indentAt(evidence.text, entry.key.span.start)}  - ${item}`);
  const colon = evidence.text.indexOf(':', entry.key.span.end) + 1;
  const end = lineEndOf(evidence.text);
  const rest = evidence.text.slice(value.span.end, lineAround(evidence.text, value.span.end).end).trim();
  // A comment behind the brackets stays on the line of the key.
  const comment = rest === '' ? '' : ` ${rest}`;
  return [
    {
      span: spanOf(colon, lineAround(evidence.text, value.span.end).end),
      newText: `${comment}${end}${lines.join(end)}`,
    },
  ];
}

/** The elements in the order of the standard; what stands behind one on its line goes with it. Undefined where nothing would change. */
export function sortElements(evidence: EvidenceFile, standard: Standard): readonly TextChange[] | undefined {
  const value = editable(evidence)?.value;
  if (value?.kind !== 'list' || value.items.some((item) => item.kind !== 'scalar')) return undefined;
  const { text } = evidence;
  const slots = value.flow
    ? value.items.map(({ span }) => span)
    : value.items.map(({ span }) => lineAround(text, span.start));
  if (new Set(slots.map(({ start }) => start)).size !== slots.length) return undefined;
  const order = compareInStandard(standard);
  const sorted = value.items
    .map((item, at) => ({ id: item.kind === 'scalar' ? item.text.trim() : '', slot: slots[at] ?? item.span }))
    .sort((left, right) => order(left.id, right.id));
  const changes = slots.flatMap((span, at): TextChange[] => {
    const from = sorted[at]?.slot ?? span;
    return from.start === span.start ? [] : [{ span, newText: text.slice(from.start, from.end) }];
  });
  return changes.length > 0 ? changes : undefined;
}

/** Quoted as its neighbours are. */
function written(id: string, list: YamlList | undefined, text: string): string {
  const [mark, ...others] = new Set(list?.items.map(({ span }) => text[span.start]));
  return others.length === 0 && (mark === '"' || mark === "'") ? `${mark}${id}${mark}` : yamlScalar(id);
}

const lineOfList = ({ text }: EvidenceFile, entry: YamlEntry, id: string): string =>
  `${lineEndOf(text)}${indentAt(text, entry.key.span.start)}  - ${yamlScalar(id)}`;

function addToScalar(
  evidence: EvidenceFile,
  entry: YamlEntry,
  id: string,
): readonly TextChange[] | undefined {
  const { value } = entry;
  const asList = asBlockList(evidence);
  const [change] = asList ?? [];
  // `elements: 1.1.1, 1.1.2`: what it is meant to be is for the writer to say.
  if (!change || value.kind !== 'scalar' || evidence.misplaced.length > 0) return undefined;
  return [{ ...change, newText: change.newText + lineOfList(evidence, entry, id) }];
}

function addToFlow({ text }: EvidenceFile, list: YamlList, id: string): readonly TextChange[] {
  const last = list.items.at(-1);
  if (!last) return [{ span: list.span, newText: `[${yamlScalar(id)}]` }];
  const before = list.items.at(-2);
  const isOnOwnLine = before !== undefined && /[\r\n]/.test(text.slice(before.span.end, last.span.start));
  const gap = isOnOwnLine ? `,${lineEndOf(text)}${indentAt(text, last.span.start)}` : ', ';
  return [insertion(last.span.end, gap + written(id, list, text))];
}

function addToBlock({ text }: EvidenceFile, list: YamlList, id: string): readonly TextChange[] | undefined {
  const last = list.items.at(-1);
  if (!last) return undefined;
  const line = lineAround(text, last.span.start);
  const dash = /^[ \t]*-[ \t]*/.exec(text.slice(line.start, line.end))?.[0];
  if (dash === undefined) return undefined;
  // A dash with nothing behind it is where the writer was about to type.
  if (last.kind === 'empty')
    return [insertion(line.start + dash.trimEnd().length, ` ${written(id, undefined, text)}`)];
  return [
    insertion(
      lineAround(text, last.span.end).end,
      `${lineEndOf(text)}${dash.trimEnd()}${dash.slice(dash.trimEnd().length) || ' '}${written(id, list, text)}`,
    ),
  ];
}

function removeItems(
  evidence: EvidenceFile,
  list: YamlList,
  gone: readonly number[],
): readonly TextChange[] | undefined {
  if (gone.length === 0) return undefined;
  const { text } = evidence;
  if (gone.length === list.items.length)
    return list.flow ? [{ span: list.span, newText: '[]' }] : removeLines(text, list, gone);
  return list.flow ? removeFromFlow(list, gone) : removeLines(text, list, gone);
}

function removeLines(text: string, list: YamlList, gone: readonly number[]): readonly TextChange[] {
  return gone.flatMap((at) => {
    const item = list.items[at];
    if (!item) return [];
    return [
      {
        span: spanOf(wholeLine(text, item.span.start).start, wholeLine(text, item.span.end).end),
        newText: '',
      },
    ];
  });
}

/** With the comma before it; the first items with the commas after them. */
function removeFromFlow(list: YamlList, gone: readonly number[]): readonly TextChange[] {
  const kept = list.items.findIndex((_, at) => !gone.includes(at));
  const first = list.items[kept];
  const head = list.items[0];
  const leading =
    first && head && kept > 0 ? [{ span: spanOf(head.span.start, first.span.start), newText: '' }] : [];
  const others = gone
    .filter((at) => at > kept)
    .flatMap((at) => {
      const item = list.items[at];
      const before = list.items[at - 1];
      return item && before ? [{ span: spanOf(before.span.end, item.span.end), newText: '' }] : [];
    });
  return [...leading, ...others];
}
