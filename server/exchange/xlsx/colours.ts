/** The colours of cells, by their styles (SpreadsheetML). */
import { attribute, readXml } from '../parts/xml';

/** The colour of each cell style, by the number by which cells name it; empty: none, or white. */
export function cellColours(styles: string): readonly string[] {
  const fills: string[] = [];
  const colours: string[] = [];
  let part = '';
  readXml(styles, {
    open: (name, attributes) => {
      if (name === 'fills' || name === 'cellXfs') part = name;
      if (part === 'fills' && name === 'fill') fills.push('');
      if (part === 'fills' && name === 'fgColor') fills[fills.length - 1] = colourOf(attributes);
      if (part === 'cellXfs' && name === 'xf')
        colours.push(fills[Number(attribute(attributes, 'fillId') ?? 0)] ?? '');
    },
    close: (name) => {
      if (name === part) part = '';
    },
  });
  return colours;
}

/** Of 65 and below, the first eight and 64 are black or white (ECMA-376, part 1, 18.8.27); theme colour 0 is white. */
function colourOf(attributes: Readonly<Record<string, string>>): string {
  const [rgb, theme, tint, indexed] = ['rgb', 'theme', 'tint', 'indexed'].map((name) => attribute(attributes, name)); // prettier-ignore
  if (rgb !== undefined) return /f{6}$/i.test(rgb) ? '' : rgb.slice(-6);
  if (theme !== undefined) return theme === '0' && tint === undefined ? '' : `theme ${theme} ${tint ?? ''}`;
  return indexed === undefined || /^(?:1|9|6[45])$/.test(indexed) ? '' : `index ${indexed}`;
}
