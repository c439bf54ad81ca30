/** What the styles of an OpenDocument file say that matters to a reader of its tables (OpenDocument 1.3, part 3, 16). */
import type { Strike } from '../parts/strike';
import { attribute, readXml } from '../parts/xml';

export interface OdfStyles {
  /** Text, a section or a sheet in such a style is not shown. @param family such as `text`, `paragraph`, `table` */
  readonly isHidden: (family: string, style: string) => boolean;
  /** Text in such a style is struck out, or is not; undefined: as what stands around it. */
  readonly strike: (family: string, style: string) => Strike | undefined;
  /** Empty: as what stands around it. */
  readonly font: (family: string, style: string) => string;
  /** Of a cell in such a style, behind its text and of it; empty: none and white, or black. */
  readonly colours: (style: string) => { readonly fill: string; readonly ink: string };
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
  fill: string | undefined;
  ink: string | undefined;
  font: string | undefined;
  strike: Strike | undefined;
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
  const said = <Key extends keyof Style>(family: string, name: string, key: Key): Style[Key] | undefined =>
    lineOf(family, name).find((style) => style[key] !== undefined)?.[key];
  return {
    isHidden: (family, name) => said(family, name, 'hidden') ?? false,
    strike: (family, name) => said(family, name, 'strike'),
    font: (family, name) => said(family, name, 'font') ?? '',
    colours: (name) => ({
      fill: said('table-cell', name, 'fill') ?? '',
      ink: said('table-cell', name, 'ink') ?? '',
    }),
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
        style = newStyle(attribute(attributes, 'parent-style-name'));
        styles.set(`${attribute(attributes, 'family') ?? ''} ${own}`, style);
      }
      const display = name.endsWith('-properties') ? attribute(attributes, 'display') : undefined;
      if (style && display !== undefined) style.hidden = /^(?:none|false)$/.test(display);
      if (style && name === 'table-cell-properties') takeFill(style, attributes);
      if (style && name === 'text-properties') takeText(style, attributes);
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

const newStyle = (parent: string | undefined): Style => ({
  parent,
  hidden: undefined,
  fill: undefined,
  ink: undefined,
  font: undefined,
  strike: undefined,
});

function takeFill(style: Style, attributes: Attributes): void {
  const fill = attribute(attributes, 'background-color');
  if (fill !== undefined) style.fill = /^(?:transparent|#f{6})$/i.test(fill) ? '' : fill;
}

/** A line through a text is told by its style, its type or both (OpenDocument 1.3, part 3, 20.387). */
function takeText(style: Style, attributes: Attributes): void {
  const [ink, font] = ['color', 'font-name'].map((name) => attribute(attributes, name));
  const lines = ['text-line-through-style', 'text-line-through-type'].map((name) =>
    attribute(attributes, name),
  );
  if (ink !== undefined) style.ink = /^#0{6}$/.test(ink) ? '' : ink;
  const family = font ?? attribute(attributes, 'font-family');
  // LibreOffice numbers fonts of one name: `Wingdings1`; `Wingdings 2` is another one.
  if (family !== undefined) style.font = family.replace(/^'|'$|(?<=\S)\d+$/g, '').trim();
  const told = lines.filter((line) => line !== undefined);
  if (told.length > 0) style.strike = told.includes('none') ? 'plain' : 'struck';
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
