/** The numbers of lists in a Word document, which stand nowhere in its text (ECMA-376, part 1, 17.9). */
import { letters, roman } from '../parts/numerals';
import { attribute, readXml } from '../parts/xml';

export interface DocxNumbering {
  /**
   * The number of the next paragraph of a list, such as `1.2.3` or `b)`; empty where the list has bullets.
   * @param level from 0
   */
  readonly next: (list: string, level: number) => string;
  /** The level of a list that is that of a style, from 0; undefined where there is none. */
  readonly levelOf: (list: string, style: string) => number | undefined;
}

interface Level {
  start: number;
  format: string;
  /** `%1.%2`: each number behind `%` stands for that of a level, from 1. */
  pattern: string;
  isLegal: boolean;
  style: string | undefined;
}

interface List {
  readonly levels: Level[];
  /** How far each level has been counted. */
  readonly counts: (number | undefined)[];
}

interface Instance {
  list: string;
  /** Where levels begin anew for this use of the list. */
  readonly starts: Map<number, number>;
}

const deepest = 9;

/** @param text `word/numbering.xml`; any text gives an answer */
export function docxNumbering(text: string): DocxNumbering {
  const { lists, instances } = numberingIn(text);
  const begun = new Set<string>();
  const listOf = (instance: string): List | undefined => lists.get(instances.get(instance)?.list ?? '');
  return {
    next: (instance, level) => {
      const list = listOf(instance);
      const own = list?.levels[level];
      if (!list || !own) return '';
      if (!begun.has(instance)) {
        begun.add(instance);
        for (const [at, start] of instances.get(instance)?.starts ?? []) list.counts[at] = start - 1;
      }
      list.counts[level] = (list.counts[level] ?? own.start - 1) + 1;
      list.counts.length = level + 1;
      return own.format === 'bullet' ? '' : numberOf(list, own);
    },
    levelOf: (instance, style) => {
      const at = listOf(instance)?.levels.findIndex((level) => level.style === style) ?? -1;
      return at < 0 ? undefined : at;
    },
  };
}

function numberOf({ levels, counts }: List, { pattern, isLegal }: Level): string {
  return pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels[at];
    return inFormat(counts[at] ?? level?.start ?? 1, isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
}

function inFormat(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(number);
  }
}

function numberingIn(text: string): {
  readonly lists: ReadonlyMap<string, List>;
  readonly instances: ReadonlyMap<string, Instance>;
} {
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  let list: List | undefined;
  let instance: Instance | undefined;
  let level: Level | undefined;
  let overridden = 0;
  const open: Readonly<Record<string, (id: string | undefined, value: string) => void>> = {
    abstractNum: (id) => {
      list = { levels: [], counts: [] };
      lists.set(id ?? '', list);
    },
    num: (id) => {
      instance = { list: '', starts: new Map() };
      instances.set(id ?? '', instance);
    },
    abstractNumId: (_, value) => {
      if (instance) instance.list = value;
    },
    startOverride: (_, value) => void instance?.starts.set(overridden, Number(value)),
    start: (_, value) => {
      if (level) level.start = Number(value);
    },
    numFmt: (_, value) => {
      if (level) level.format = value;
    },
    lvlText: (_, value) => {
      if (level) level.pattern = value;
    },
    isLgl: () => {
      if (level) level.isLegal = true;
    },
    pStyle: (_, value) => {
      if (level) level.style = value;
    },
  };
  readXml(text, {
    open: (name, attributes) => {
      const at = Number(attribute(attributes, 'ilvl') ?? 0);
      if (name === 'lvlOverride') overridden = at;
      if (name === 'lvl' && at < deepest) {
        level = { start: 1, format: 'decimal', pattern: '', isLegal: false, style: undefined };
        if (list) list.levels[at] = level;
      }
      const id = attribute(attributes, name === 'num' ? 'numId' : 'abstractNumId');
      open[name]?.(id, attribute(attributes, 'val') ?? '');
    },
    close: (name) => {
      if (name === 'lvl') level = undefined;
      if (name === 'abstractNum') list = undefined;
      if (name === 'num') instance = undefined;
    },
  });
  return { lists, instances };
}
