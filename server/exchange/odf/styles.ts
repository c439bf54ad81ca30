/** What the styles of an OpenDocument file say that matters to a reader of its tables (OpenDocument 1.3, part 3, 16). */
import { attribute, readXml } from '../parts/xml';

export interface OdfStyles {
  /** Text, a section or a sheet in such a style is not shown. @param family such as `text`, `paragraph`, `table` */
  readonly isHidden: (family: string, style: string) => boolean;
  /** Behind what a cell in such a style says; empty: none, or white. */
  readonly colour: (style: string) => string;
  readonly isTitle: (style: string) => boolean;
  /** The levels of a list, from 0. */
  readonly list: (style: string) => readonly (OdfLevel | undefined)[];
  /** The same of the document's headings. */
  readonly outline: readonly (OdfLevel | undefined)[];
}

export interface OdfLevel {
  /** `1`, `a`, `A`, `i` or `I`; empty: no number. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels its number tells, its own included. */
  readonly shown: number;
}

interface Style {
  readonly parent: string | undefined;
  hidden: boolean | undefined;
  colour: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

const deepest = 20;

/** @param texts parts that have styles; any text gives an answer */
export function odfStyles(texts: readonly string[]): OdfStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, (OdfLevel | undefined)[]>();
  const outline: (OdfLevel | undefined)[] = [];
  for (const text of texts) takeStyles(text, styles, lists, outline);
  /** The style and those that it is based on, the nearest first; one that is based on itself has no end. */
  const lineOf = (family: string, name: string): readonly Style[] => {
    const line: Style[] = [];
    for (let style = styles.get(`${family} ${name}`); style && line.length < deepest;) {
      line.push(style);
      style = styles.get(`${family} ${style.parent ?? ''}`);
    }
    return line;
  };
  return {
    isHidden: (family, name) =>
      lineOf(family, name).find(({ hidden }) => hidden !== undefined)?.hidden ?? false,
    colour: (name) => lineOf('table-cell', name).find(({ colour }) => colour !== undefined)?.colour ?? '',
    isTitle: (name) => name === 'Title' || lineOf('paragraph', name).some(({ parent }) => parent === 'Title'),
    list: (name) => lists.get(name) ?? [],
    outline,
  };
}

function takeStyles(
  text: string,
  styles: Map<string, Style>,
  lists: Map<string, (OdfLevel | undefined)[]>,
  outline: (OdfLevel | undefined)[],
): void {
  let style: Style | undefined;
  let levels: (OdfLevel | undefined)[] | undefined;
  readXml(text, {
    open: (name, attributes) => {
      const own = attribute(attributes, 'name') ?? '';
      if (name === 'style') {
        style = { parent: attribute(attributes, 'parent-style-name'), hidden: undefined, colour: undefined };
        styles.set(`${attribute(attributes, 'family') ?? ''} ${own}`, style);
      }
      const display = name.endsWith('-properties') ? attribute(attributes, 'display') : undefined;
      if (style && display !== undefined) style.hidden = /^(?:none|false)$/.test(display);
      const colour = name === 'table-cell-properties' ? attribute(attributes, 'background-color') : undefined;
      if (style && colour !== undefined) style.colour = /^(?:transparent|#f{6})$/i.test(colour) ? '' : colour;
      if (name === 'outline-style') levels = outline;
      if (name === 'list-style') {
        levels = [];
        lists.set(own, levels);
      }
      if (levels && levelNames.has(name)) takeLevel(levels, attributes);
    },
    close: (name) => {
      if (name === 'style') style = undefined;
      if (name === 'list-style' || name === 'outline-style') levels = undefined;
    },
  });
}

/** A level with bullets or pictures has no number. */
const levelNames = new Set(['list-level-style-number', 'outline-level-style']);

function takeLevel(levels: (OdfLevel | undefined)[], attributes: Attributes): void {
  const level = Number(attribute(attributes, 'level'));
  if (!Number.isInteger(level) || level < 1 || level > deepest) return;
  levels[level - 1] = {
    format: attribute(attributes, 'num-format') ?? '',
    prefix: attribute(attributes, 'num-prefix') ?? '',
    suffix: attribute(attributes, 'num-suffix') ?? '',
    start: Number(attribute(attributes, 'start-value') ?? 1) || 1,
    shown: Number(attribute(attributes, 'display-levels') ?? 1) || 1,
  };
}
