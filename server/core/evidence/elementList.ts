/**
 * How the list of elements is written, in all the ways that YAML has for one: what is to be typed where, for another
 * element, for one less, for others in the place of one. Whether the file then says what it should is not asked here.
 */
import type { EvidenceFile } from './evidence';
import { entriesOf, isEditable } from './block';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Edit } from '../text/edit';
import { indentAt, insertion, lineEndOf } from '../text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import {
  colonEnd,
  endOfEntry,
  endOf,
  isInBrackets,
  quotedLike,
  removeFromBrackets,
  removeLines,
  replacement,
  scalarEdit,
  valueEdit,
  wholeOf,
} from '../yaml/edits';
import { idOfItem, itemLike } from '../frontMatter/identifierItems';
import { qualified } from '../frontMatter/standardNames';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../yaml/tree';

/** Undefined where an edit would be a guess. */
export type Edits = readonly Edit[] | undefined;

/** The one entry that can be edited; undefined where faults of the block make an edit a guess. */
export function editable(evidence: EvidenceFile): YamlEntry | undefined {
  const { text } = evidence;
  const [entry, ...others] = entriesOf(evidence, 'elements');
  if (!entry || others.length > 0 || !isEditable(evidence)) return undefined;
  // `*name` stands for a list elsewhere.
  return text[entry.value.span.start] === '*' ? undefined : entry;
}

/** `3.2.4, 1.1.1` without brackets. */
export const isRun = ({ misplaced }: EvidenceFile, { key, value }: YamlEntry): boolean =>
  key.text === 'elements' && value.kind === 'scalar' && misplaced.length > 0;

/**
 * One element more, at the end; or one text more, in a list of others.
 * @param write how it is written in YAML
 */
export function added(evidence: EvidenceFile, entry: YamlEntry, id: string, write = yamlScalar): Edits {
  const { text } = evidence;
  const { value } = entry;
  switch (value.kind) {
    case 'empty':
      return addToNothing(evidence, entry, write(id));
    case 'scalar': {
      // `elements: 1.1.1, 1.1.2`: what it is meant to be is for the writer to say.
      const asList = isRun(evidence, entry) ? undefined : blockList(evidence, entry);
      const line = `${lineEndOf(text)}${listIndent(evidence, entry)}- ${quotedLike(text[value.span.start], id, write)}`;
      return asList && [...asList, insertion(lineAround(text, value.span.end).end, line)];
    }
    case 'list':
      return value.flow ? addToFlow(text, value, id, write) : addToBlock(text, value, id, write);
    case 'map':
      return addByStandard(evidence, value, id);
    case 'unread':
      return undefined;
  }
}

/** Below the name of its standard; undefined where the ID has none. */
function addByStandard(evidence: EvidenceFile, map: YamlMap, id: string): Edits {
  const { text } = evidence;
  const own = partOf(map, id);
  if (own) {
    const { entry, id: short } = own;
    if (entry.value.kind !== 'scalar') return added(evidence, entry, short);
    const written = text.slice(entry.value.span.start, entry.value.span.end);
    const edit = valueEdit(text, entry, `[${written}, ${yamlScalar(short)}]`);
    return edit && [edit];
  }
  const [, name, short] = /^([^:]+):(.+)$/su.exec(id) ?? [];
  const last = map.entries.at(-1);
  if (name === undefined || short === undefined || !last) return undefined;
  const line = `${name}: [${yamlScalar(short)}]`;
  const at = endOfEntry(text, last);
  return isInBrackets(text, map)
    ? [insertion(at, `, ${line}`)]
    : [
        insertion(
          lineAround(text, at).end,
          `${lineEndOf(text)}${indentAt(text, last.key.span.start)}${line}`,
        ),
      ];
}

/** The entry of a map below which an ID stands or goes, and how it is written there. */
function partOf(
  { entries }: YamlMap,
  id: string,
): { readonly entry: YamlEntry; readonly id: string } | undefined {
  const entry = entries.find(({ key }) => id.startsWith(qualified(key.text.trim(), '')));
  return entry && { entry, id: id.slice(qualified(entry.key.text.trim(), '').length) };
}

function addToNothing(evidence: EvidenceFile, entry: YamlEntry, written: string): Edits {
  const { text } = evidence;
  const { span } = entry.value;
  // `~` and `null` are values, and so is what stands in brackets.
  if (span.end > span.start || isInBrackets(text, evidence.frontMatter.root)) {
    const edit = valueEdit(text, entry, `[${written}]`);
    return edit && [edit];
  }
  const line = `${lineEndOf(text)}${listIndent(evidence, entry)}- ${written}`;
  return [insertion(lineAround(text, entry.key.span.end).end, line)];
}

function addToFlow(text: string, list: YamlList, id: string, write: typeof yamlScalar): Edits {
  const last = list.items.at(-1);
  if (!last) return [insertion(list.span.start + 1, write(id))];
  const newText =
    last.kind === 'map'
      ? `{ ${itemLike(text, last, (mark) => quotedLike(mark, id)).join(', ')} }`
      : quotedLike(markOf(text, list), id, write);
  const before = list.items.at(-2)?.span.end ?? list.span.start;
  const line = lineAround(text, last.span.end);
  const isOnOwnLine = /[\r\n]/.test(text.slice(before, last.span.start)) && line.end < list.span.end;
  if (!isOnOwnLine) return [insertion(last.span.end, `, ${newText}`)];
  // A remark behind the last one stays behind it.
  const comma = /^[ \t]*,/.test(text.slice(last.span.end, line.end));
  return [
    ...(comma ? [] : [insertion(last.span.end, ',')]),
    insertion(line.end, `${lineEndOf(text)}${indentAt(text, last.span.start)}${newText}${comma ? ',' : ''}`),
  ];
}

function addToBlock(text: string, list: YamlList, id: string, write: typeof yamlScalar): Edits {
  const last = list.items.at(-1);
  if (!last) return undefined;
  const line = lineAround(text, last.span.start);
  const dash = /^[ \t]*-[ \t]*/.exec(text.slice(line.start, line.end))?.[0];
  if (dash === undefined) return undefined;
  const newText =
    last.kind === 'map' ? likeMap(text, last, dash, id) : quotedLike(markOf(text, list), id, write);
  // A dash with nothing behind it is where the writer was about to type.
  if (last.kind === 'empty')
    return last.span.end > last.span.start
      ? [{ span: last.span, newText }]
      : [insertion(line.start + dash.trimEnd().length, ` ${newText}`)];
  const bare = dash.trimEnd();
  const at = lineAround(text, endOf(text, last)).end;
  return [insertion(at, `${lineEndOf(text)}${bare}${dash.slice(bare.length) || ' '}${newText}`)];
}

/** An item with more than the ID in it, as lines behind a dash, or in braces as the other one is. */
function likeMap(text: string, item: YamlMap, dash: string, id: string): string {
  const lines = itemLike(text, item, (mark) => quotedLike(mark, id));
  if (isInBrackets(text, item)) return `{ ${lines.join(', ')} }`;
  return lines.join(`${lineEndOf(text)}${dash.replace('-', ' ')}`);
}

/** The quotation mark that all items of a list have. */
function markOf(text: string, { items }: YamlList): string | undefined {
  const [mark, ...others] = new Set(
    items.filter(({ kind }) => kind === 'scalar').map(({ span }) => text[span.start]),
  );
  return others.length === 0 ? mark : undefined;
}

/** Without some elements. @param gone numbers of references */
export function removal(evidence: EvidenceFile, gone: readonly number[]): Edits {
  const value = editable(evidence)?.value;
  const { text } = evidence;
  if (value?.kind === 'scalar' && evidence.elements.length === 1)
    return [{ span: spanOf(value.span.start, endOf(text, value)), newText: '[]' }];
  const starts = new Set(gone.flatMap((at) => evidence.elements[at]?.span.start ?? []));
  return value && withoutItems(text, value, starts);
}

/** Without those that start at some offsets, in a list or below the names of standards; what is not there stays. */
export function withoutItems(text: string, value: YamlNode, starts: ReadonlySet<number>): Edits {
  if (value.kind === 'map')
    return together(value.entries.map((entry) => withoutOwn(text, entry.value, starts)));
  return withoutOwn(text, value, starts);
}

/** Undefined where one of them is. */
const together = (all: readonly Edits[]): Edits => {
  const known = all.filter((edits) => edits !== undefined);
  return known.length === all.length ? known.flat() : undefined;
};

function withoutOwn(text: string, value: YamlNode, starts: ReadonlySet<number>): Edits {
  if (value.kind === 'empty') return [];
  if (value.kind === 'scalar')
    return starts.has(value.span.start)
      ? [{ span: spanOf(value.span.start, endOf(text, value)), newText: '[]' }]
      : [];
  if (value.kind !== 'list') return undefined;
  const items = value.items.flatMap((item, at) => (starts.has(idOfItem(item)?.span.start ?? -1) ? [at] : []));
  const places = value.items.map((item) => wholeOf(text, item));
  return value.flow
    ? removeFromBrackets(text, places, new Set(items), value.span.end)
    : removeLines(
        text,
        items.flatMap((at) => places[at] ?? []),
      );
}

/** Others in the place of the element at a span. */
export function replaced(evidence: EvidenceFile, span: Span, ids: readonly string[]): Edits {
  const entry = editable(evidence);
  if (entry?.value.kind !== 'map') return replacedIn(evidence, entry, span, ids);
  const own = entry.value.entries.find(
    ({ value }) => value.span.start <= span.start && span.end <= value.span.end,
  );
  const name = own && qualified(own.key.text.trim(), '');
  // What belongs below another name is added there by whoever asks for it.
  if (!own || name === undefined || !ids.every((id) => id.startsWith(name))) return undefined;
  return replacedIn(
    evidence,
    own,
    span,
    ids.map((id) => id.slice(name.length)),
  );
}

function replacedIn(
  evidence: EvidenceFile,
  entry: YamlEntry | undefined,
  span: Span,
  ids: readonly string[],
): Edits {
  const { text } = evidence;
  const [first = '', ...others] = ids;
  // In a text with several IDs no quotation marks can stand.
  if (entry && isRun(evidence, entry)) return [{ span, newText: ids.join(', ') }];
  const edit = scalarEdit(text, span, first);
  if (others.length === 0) return [edit];
  const written = ids.map((id) => quotedLike(text[span.start], id));
  if (entry?.value.kind === 'scalar') return [replacement(text, span, `[${written.join(', ')}]`)];
  if (entry?.value.kind !== 'list') return undefined;
  if (entry.value.flow) return [{ span, newText: written.join(', ') }];
  const line = lineAround(text, span.start);
  const dash = text.slice(line.start, span.start);
  if (!/^[ \t]*-[ \t]+$/.test(dash)) return undefined;
  const lines = written.slice(1).map((id) => `${lineEndOf(text)}${dash}${id}`);
  return [edit, insertion(line.end, lines.join(''))];
}

/** All as lines with a dash. */
export function blockList(evidence: EvidenceFile, entry: YamlEntry): Edits {
  const { text } = evidence;
  const { value } = entry;
  const colon = colonEnd(text, entry);
  if (colon === undefined || isInBrackets(text, evidence.frontMatter.root)) return undefined;
  const [end, indent] = [lineEndOf(text), listIndent(evidence, entry)];
  const source = ({ span }: { readonly span: Span }): string => text.slice(span.start, span.end);
  const gap = text.slice(colon, value.span.start);
  if (!/^\s*(?:#[^\r\n]*\s*)*$/.test(gap) || /[\r\n]/.test(source(value).replace(/^\[[^#]*\]$/, '')))
    return undefined;
  // The value may stand on the next line.
  const start = /[\r\n]/.test(gap) ? lineAround(text, value.span.start).start : colon;
  const dash = `${start === colon ? end : ''}${indent}- `;
  if (value.kind === 'scalar' && !isRun(evidence, entry))
    return [{ span: spanOf(start, value.span.start), newText: dash }];
  const isFlow = value.kind === 'list' && value.flow && value.items.every(({ kind }) => kind === 'scalar');
  const items = isFlow ? value.items.map(source) : evidence.elements.map(({ id }) => yamlScalar(id));
  if ((!isFlow && value.kind !== 'scalar') || items.length === 0 || (isFlow && source(value).includes('#')))
    return undefined;
  // A remark behind the brackets stays on the line of the key.
  const remark = text.slice(value.span.end, lineAround(text, value.span.end).end).trim();
  if (remark !== '' && start !== colon) return undefined;
  return [
    {
      span: spanOf(start, lineAround(text, value.span.end).end),
      newText: `${remark === '' ? '' : ` ${remark}`}${dash}${items.join(`${end}${indent}- `)}`,
    },
  ];
}

/** The white space before a dash: as in another list of the block, else two more than the key has. */
function listIndent({ text, entries }: EvidenceFile, { key }: YamlEntry): string {
  const own = indentAt(text, key.span.start);
  const other = entries.find(({ value }) => value.kind === 'list' && !isInBrackets(text, value));
  return other ? indentAt(text, other.value.span.start) : `${own}  `;
}
