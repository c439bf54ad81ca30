/** Files of JSON or YAML as plain values: whatever stands in one, there is an answer to each question. */
import type { YamlNode } from '../../core/yaml/tree';
import { parseYaml } from '../../core/yaml/tree';
import { ExchangeError } from '../parts/limits';

/** References with * make a short text into a very long one. */
const mostValues = 2_000_000;

/**
 * A text of JSON or YAML. Scalars of YAML are as they are written: `1.10` is no number.
 * @throws ExchangeError where it is neither
 */
export function parseData(text: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // YAML may begin with a bracket, too.
    }
  }
  const { root, faults } = parseYaml(text);
  const [fault] = faults;
  if (fault) {
    const line = text.slice(0, fault.span.start).split(/\r\n|\r|\n/).length;
    throw new ExchangeError(`It cannot be read. In line ${line}: ${fault.message}`);
  }
  return valueOf(root, { values: 0 });
}

function valueOf(node: YamlNode, counted: { values: number }): unknown {
  if (++counted.values > mostValues) throw new ExchangeError('It has too many references with * to be read.');
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map((item) => valueOf(item, counted));
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, valueOf(value, counted)]));
    case 'empty':
    case 'unread':
      return undefined;
  }
}

/** What stands behind a name; undefined where nothing does. */
export function member(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !Object.hasOwn(data, name))
    return undefined;
  return (data as Readonly<Record<string, unknown>>)[name];
}

/** Names and what stands behind them; nothing of anything but a map. */
export const membersOf = (data: unknown): readonly (readonly [string, unknown])[] =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];

export const listAt = (data: unknown, name: string): readonly unknown[] => {
  const list = member(data, name);
  return Array.isArray(list) ? list : [];
};

/** The text behind a name, trimmed; empty where there is none. Numbers and truths are texts, too. */
export const textAt = (data: unknown, name: string): string => textFrom(member(data, name));

export const textFrom = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/\r\n?/g, '\n').trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** Texts of a list; a single text is a list of one. */
export const textsAt = (data: unknown, name: string): readonly string[] => {
  const value = member(data, name);
  return (Array.isArray(value) ? value : [value]).map(textFrom).filter((text) => text !== '');
};
