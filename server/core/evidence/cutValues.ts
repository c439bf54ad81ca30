/**
 * Values that YAML cuts short: behind a space, `#` starts a remark, and `ES #1` is read as `ES`. Where the rest looks
 * as if it belonged to the value, it is told from an honest remark.
 */
import type { EvidenceFile } from './evidence';
import { frontMatterKeys } from '../frontMatter/keys';
import { lineAround } from '../text/lines';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { YamlEntry, YamlNode } from '../yaml/tree';

export interface CutValue {
  /** The value as it is read; empty where all of it is a remark. */
  readonly read: string;
  /** From the value's start to the end of what was meant. */
  readonly span: Span;
  /** All of that. */
  readonly meant: string;
}

const closed: ReadonlySet<string> = new Set(
  frontMatterKeys.flatMap(({ key, isClosed }) => (isClosed ? key : [])),
);

/** @param keys those whose values are looked at */
export function cutValues({ text, entries }: EvidenceFile, keys: ReadonlySet<string>): readonly CutValue[] {
  return entries.flatMap(({ key, value }: YamlEntry): readonly CutValue[] => {
    if (!keys.has(key.text) || closed.has(key.text)) return [];
    if (value.kind === 'list') return itemsCutIn(text, value.items, value.flow);
    return cutAt(text, value, key.span.end);
  });
}

const itemsCutIn = (text: string, items: readonly YamlNode[], isFlow: boolean): readonly CutValue[] =>
  items.flatMap((item) => {
    const { start } = item.span;
    const from = item.kind === 'empty' ? lineAround(text, start).start : start;
    return cutAt(text, item, from, isFlow);
  });

/** @param from where to look for the remark of a value that is empty */
function cutAt(text: string, node: YamlNode, from: number, isFlow = false): readonly CutValue[] {
  if (node.kind !== 'scalar' && node.kind !== 'empty') return [];
  if (node.kind === 'scalar' && !node.plain) return [];
  const end = node.kind === 'scalar' ? node.span.end : from;
  const rest = text.slice(end, lineAround(text, end).end);
  const gap = node.kind === 'scalar' ? /^[ \t]+(?=#)/.exec(rest) : /^[ \t]*(?:-|:)[ \t]+(?=#)/.exec(rest);
  if (!gap) return [];
  const remark = rest.slice(gap[0].length).trimEnd();
  const before = node.kind === 'scalar' ? gap[0] : '';
  if (!looksMeant(before, remark)) return [];
  // In brackets, the closing one has become part of the remark.
  const inside = isFlow ? remark.replace(/[ \t]*[,\]].*$/, '') : remark;
  const start = node.kind === 'scalar' ? node.span.start : end + gap[0].length;
  const stop = end + gap[0].length + inside.length;
  return [
    {
      read: node.kind === 'scalar' ? node.text.trim() : '',
      span: spanOf(start, stop),
      meant: text.slice(start, stop),
    },
  ];
}

/**
 * `#1`, `#2.pdf`, `#budget` and `# 12` belong to the text; `# a role or a person` is a remark, and so is what has two
 * spaces before it and one behind, as people who know YAML write.
 */
function looksMeant(before: string, remark: string): boolean {
  if (/^#(?:todo|tbc|tba|fixme|xxx|nb|note)\b/i.test(remark)) return false;
  if (/^#[\p{L}\p{N}]/u.test(remark)) return true;
  return before.length < 2 && /^# ?\d/.test(remark) && before !== '';
}
