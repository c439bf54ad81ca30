/** Lists of IDs in YAML with others in their places: all at once, so that two may change places; remarks and layout stay. */
import { isByStandard, referencesIn } from '../frontMatter/identifierList';
import type { ElementReference } from '../frontMatter/identifierList';
import { lineAround } from '../text/lines';
import type { Edit } from '../text/edit';
import { insertion, lineEndOf } from '../text/edit';
import { spanOf } from '../text/span';
import { quotedLike, removeFromBrackets, removeLines, replacement, scalarEdit, wholeOf } from '../yaml/edits';
import { qualified } from '../frontMatter/standardNames';
import type { YamlList, YamlMap, YamlNode } from '../yaml/nodes';
import type { Targets } from './answers';
import { targetsUnder } from './answers';

export interface MovedList {
  /** Undefined where it is written in a way that no edit here knows. */
  readonly edits: readonly Edit[] | undefined;
  /** The IDs that it has then. */
  readonly ids: readonly string[];
  /** Those that are written anew, or stand there already and go. */
  readonly moved: readonly ElementReference[];
}

/** @param value what stands behind the key: a list, or a single text */
export function movedList(
  text: string,
  value: YamlNode,
  targets: Targets,
  known: Known = (written) => written,
): MovedList {
  if (value.kind === 'map' && isByStandard(value)) return movedMap(text, value, targets, known);
  const references = referencesIn(value);
  const plan = planFor(
    references.map(({ id }) => id),
    targets,
    known,
  );
  return {
    edits: editsFor(text, value, references, plan),
    ids: references.flatMap(({ id }, at) => plan[at] ?? [id]),
    moved: references.filter((_, at) => plan[at] !== undefined),
  };
}

/** Lists below the names of their standards, in which IDs stand without the name. */
function movedMap(text: string, { entries }: YamlMap, targets: Targets, known: Known): MovedList {
  const parts = entries.map(({ key, value }) => {
    const name = key.text.trim();
    const named = (own: string): string => qualified(name, own);
    const part = movedList(text, value, targetsUnder(name, targets), (own) => known(named(own)));
    // A list of nothing would be no list of IDs any longer.
    return { ...part, ids: part.ids.map(named) };
  });
  return {
    edits: parts.some(({ edits }) => edits === undefined)
      ? undefined
      : parts.flatMap(({ edits = [] }) => edits),
    ids: parts.flatMap(({ ids }) => ids),
    moved: parts.flatMap(({ moved }) => moved),
  };
}

type Known = (written: string) => string;

/** For each ID, what is written for it: undefined where it stays, nothing where all of it is there already. */
function planFor(
  ids: readonly string[],
  targets: Targets,
  known: Known,
): readonly (readonly string[] | undefined)[] {
  const wanted = ids.map(targets);
  const there = new Set(ids.filter((_, at) => wanted[at] === undefined).map(known));
  return wanted.map((to) => {
    const fresh = to?.filter((id) => !there.has(known(id)));
    fresh?.forEach((id) => there.add(known(id)));
    return fresh;
  });
}

type Plan = readonly (readonly string[] | undefined)[];

function editsFor(
  text: string,
  value: YamlNode,
  references: readonly ElementReference[],
  plan: Plan,
): readonly Edit[] | undefined {
  if (value.kind === 'scalar')
    return references.length > 1 ? editsOfRun(references, plan) : editsOfOne(text, references, plan);
  // Anything else has no IDs in it.
  if (value.kind !== 'list') return [];
  const written: Edit[] = [];
  for (const [at, reference] of references.entries()) {
    const ids = plan[at] ?? [];
    const edits = ids.length > 0 ? editsOfItem(text, reference, ids, value.flow) : [];
    if (!edits) return undefined;
    written.push(...edits);
  }
  const gone = new Set(references.flatMap(({ span }, at) => (plan[at]?.length === 0 ? [span.start] : [])));
  const removed = value.flow ? itemsRemoved(text, value, gone) : linesRemoved(text, value, gone);
  return removed && [...written, ...removed];
}

/** @param gone where the IDs of those start that are taken out */
function itemsRemoved(text: string, { items, span }: YamlList, gone: ReadonlySet<number>): readonly Edit[] {
  const places = items.map((item) => wholeOf(text, item));
  const numbers = items.flatMap((item, at) => (gone.has(item.span.start) ? [at] : []));
  return removeFromBrackets(text, places, new Set(numbers), span.end);
}

/** Lines of items taken out; what stands as a remark behind one stays, on a line of its own. */
function linesRemoved(
  text: string,
  { items }: YamlList,
  gone: ReadonlySet<number>,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const item of items.filter(({ span }) => gone.has(span.start))) {
    const place = wholeOf(text, item);
    const line = lineAround(text, place.start);
    const remark = /^[ \t]*(#.*)$/.exec(text.slice(place.end, line.end))?.[1];
    const dash = /^([ \t]*)-[ \t]+$/.exec(text.slice(line.start, place.start));
    if (remark !== undefined && dash) {
      edits.push({ span: spanOf(line.start, line.end), newText: `${dash[1] ?? ''}${remark}` });
      continue;
    }
    const removed = removeLines(text, [place]);
    // A remark inside of a text that goes over several lines.
    if (!removed || /(?:^|\s)#/.test(text.slice(place.start, lineAround(text, place.end).end)))
      return undefined;
    edits.push(...removed);
  }
  return edits;
}

function editsOfOne(text: string, references: readonly ElementReference[], [ids]: Plan): readonly Edit[] {
  const [reference] = references;
  const [first, ...others] = ids ?? [];
  if (!reference || first === undefined) return [];
  const { span } = reference;
  if (others.length === 0) return [scalarEdit(text, span, first)];
  const mark = text[span.start];
  return [replacement(text, span, `[${[first, ...others].map((id) => quotedLike(mark, id)).join(', ')}]`)];
}

/** `3.2.4, 1.1.1`, one text for YAML: no quotation marks can stand in it. */
function editsOfRun(references: readonly ElementReference[], plan: Plan): readonly Edit[] {
  const kept = plan.findIndex((ids) => ids?.length !== 0);
  return references.flatMap(({ span }, at): readonly Edit[] => {
    const ids = plan[at];
    if (ids === undefined) return [];
    if (ids.length > 0) return [{ span, newText: ids.join(', ') }];
    // With what parts it from its neighbour.
    const gap = at < kept ? spanOf(span.start, references[at + 1]?.span.start ?? span.end) : undefined;
    return [{ span: gap ?? spanOf(references[at - 1]?.span.end ?? span.start, span.end), newText: '' }];
  });
}

function editsOfItem(
  text: string,
  { span }: ElementReference,
  [first = '', ...others]: readonly string[],
  isFlow: boolean,
): readonly Edit[] | undefined {
  const edit = scalarEdit(text, span, first);
  if (others.length === 0) return [edit];
  const written = others.map((id) => quotedLike(text[span.start], id));
  if (isFlow) return [{ ...edit, newText: [edit.newText, ...written].join(', ') }];
  const line = lineAround(text, span.start);
  const dash = text.slice(line.start, span.start);
  if (!/^[ \t]*-[ \t]+$/.test(dash)) return undefined;
  const lines = written.map((id) => `${lineEndOf(text)}${dash}${id}`).join('');
  // A text that goes over several lines gives way to them all.
  return span.end > line.end
    ? [{ ...edit, newText: edit.newText + lines }]
    : [edit, insertion(line.end, lines)];
}
