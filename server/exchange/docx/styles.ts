/** What the paragraph and character styles of a Word document say that matters to a reader of its tables. */
import { attribute, readXml } from '../parts/xml';

export interface DocxStyles {
  /** Text in such a style is not shown. */
  readonly isHidden: (style: string) => boolean;
  /** Text in such a style is struck out. */
  readonly isStruck: (style: string) => boolean;
  /** The list that paragraphs in such a style belong to; `level` from 0, undefined where the list says it. */
  readonly listOf: (
    style: string,
  ) => { readonly list: string; readonly level: number | undefined } | undefined;
  readonly isTitle: (style: string) => boolean;
}

interface Style {
  name: string;
  basedOn: string | undefined;
  hidden: boolean | undefined;
  struck: boolean | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** @param text `word/styles.xml`; any text gives an answer */
export function docxStyles(text: string): DocxStyles {
  const styles = stylesIn(text);
  /** The style and those that it is based on, the nearest first. */
  const lineOf = (id: string): readonly Style[] => {
    const line: Style[] = [];
    for (let style = styles.get(id); style && line.length < deepest; style = styles.get(style.basedOn ?? ''))
      line.push(style);
    return line;
  };
  return {
    isHidden: (id) => lineOf(id).find(({ hidden }) => hidden !== undefined)?.hidden ?? false,
    isStruck: (id) => lineOf(id).find(({ struck }) => struck !== undefined)?.struck ?? false,
    listOf: (id) => {
      const line = lineOf(id);
      const list = line.find((style) => style.list !== undefined)?.list;
      const level = line.find((style) => style.level !== undefined)?.level;
      return list === undefined ? undefined : { list, level };
    },
    // Its ID is in the language of the program, its name is not.
    isTitle: (id) => (styles.get(id)?.name ?? id).toLowerCase() === 'title',
  };
}

/** A style that is based on itself has no end. */
const deepest = 20;

function stylesIn(text: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readXml(text, {
    open: (name, attributes) => {
      const value = attribute(attributes, 'val');
      if (name === 'style') {
        style = {
          name: '',
          basedOn: undefined,
          hidden: undefined,
          struck: undefined,
          list: undefined,
          level: undefined,
        };
        styles.set(attribute(attributes, 'styleId') ?? '', style);
      }
      if (!style) return;
      if (name === 'name') style.name = value ?? '';
      if (name === 'basedOn') style.basedOn = value;
      if (name === 'vanish') style.hidden = isOn(value);
      if (name === 'strike' || name === 'dstrike') style.struck = isOn(value);
      if (name === 'numId') style.list = value;
      if (name === 'ilvl') style.level = Number(value);
    },
    close: (name) => {
      if (name === 'style') style = undefined;
    },
  });
  return styles;
}

/** A property that is there is on, unless it says otherwise (ECMA-376, part 1, 17.17.4). */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off)$/i.test(value ?? '');
