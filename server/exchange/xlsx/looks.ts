/** How cells look, by their styles, as far as it says something (SpreadsheetML). */
import { attribute, readXml } from '../parts/xml';

type Attributes = Readonly<Record<string, string>>;

export interface CellLook {
  /** Behind the text; empty: none, or white. */
  readonly fill: string;
  /** Of the text; empty: black. */
  readonly ink: string;
  readonly font: string;
  readonly isStruck: boolean;
}

/** The look of each cell style, by the number by which cells name it. */
export function cellLooks(styles: string): readonly CellLook[] {
  const fills: string[] = [];
  const fonts: { -readonly [Key in 'ink' | 'font' | 'isStruck']: CellLook[Key] }[] = [];
  const looks: CellLook[] = [];
  let part = '';
  readXml(styles, {
    open: (name, attributes) => {
      if (parts.has(name)) part = name;
      const font = part === 'fonts' ? fonts.at(-1) : undefined;
      if (part === 'fills' && name === 'fill') fills.push('');
      else if (part === 'fills' && name === 'fgColor') fills[fills.length - 1] = fillOf(attributes);
      else if (part === 'fonts' && name === 'font') fonts.push({ ink: '', font: '', isStruck: false });
      else if (font && name === 'name') font.font = attribute(attributes, 'val') ?? '';
      else if (font && name === 'color') font.ink = inkOf(attributes);
      else if (font && name === 'strike') font.isStruck = isOn(attributes);
      else if (part === 'cellXfs' && name === 'xf') {
        const own = fonts[Number(attribute(attributes, 'fontId') ?? 0)];
        const fill = fills[Number(attribute(attributes, 'fillId') ?? 0)] ?? '';
        looks.push({ ink: '', font: '', isStruck: false, ...own, fill });
      }
    },
    close: (name) => {
      if (name === part) part = '';
    },
  });
  return looks;
}

const parts: ReadonlySet<string> = new Set(['fills', 'fonts', 'cellXfs']);

/** A property that is there is on, unless it says otherwise (ECMA-376, part 1, 18.8.17). */
export const isOn = (attributes: Attributes): boolean =>
  !/^(?:0|false)$/i.test(attribute(attributes, 'val') ?? '');

/** Of 65 and below, the first eight and 64 are black or white (ECMA-376, part 1, 18.8.27); theme colour 0 is white. */
const fillOf = (attributes: Attributes): string => colourOf(attributes, /f{6}$/i, '0', /^(?:1|9|6[45])$/);

/** Theme colour 1 is black. */
const inkOf = (attributes: Attributes): string => colourOf(attributes, /0{6}$/, '1', /^(?:0|8|6[45])$/);

/** @param none what of it is as if there were no colour */
function colourOf(attributes: Attributes, none: RegExp, noTheme: string, noIndex: RegExp): string {
  const [rgb, theme, tint, indexed] = ['rgb', 'theme', 'tint', 'indexed'].map((name) => attribute(attributes, name)); // prettier-ignore
  if (rgb !== undefined) return none.test(rgb) ? '' : rgb.slice(-6);
  if (theme !== undefined)
    return theme === noTheme && tint === undefined ? '' : `theme ${theme} ${tint ?? ''}`;
  return indexed === undefined || noIndex.test(indexed) ? '' : `index ${indexed}`;
}
