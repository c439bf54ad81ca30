/** What stands above the cells of a sheet or beside the text of a page: boxes and shapes with text, and boxes to tick. */
import type { TreeTable } from '../parts/tableTree';
import { attribute } from '../parts/xml';

export interface ShapeText {
  /** Above whose cells it stands; empty: of a text. */
  readonly sheet: string;
  readonly text: string;
}

export interface Floating {
  readonly shapes: readonly ShapeText[];
  /** An element begins within what is not shown as text. */
  readonly openUnseen: (name: string, attributes: Readonly<Record<string, string>>, sheet?: string) => void;
  /** @param open names of the elements around it, from the first that is not shown */
  readonly sayUnseen: (open: readonly string[], text: string) => void;
  /** A box of a text, which stands in no table, begins and ends. @param from how many parts stand before it */
  readonly openBox: (from: number) => void;
  readonly closeBox: (content: readonly (string | TreeTable)[]) => void;
  /** What a box to tick shows; undefined: it is none. */
  readonly tickOf: (control: string) => '☑' | '☐' | undefined;
}

/** What may hold text, and of a sheet is no part of its cells (OpenDocument 1.3, part 3, 10.3). */
export const shapeNames: ReadonlySet<string> = new Set([
  'text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'line', 'connector', 'caption', 'polygon', 'polyline', 'path',
]); // prettier-ignore

export function floatingParts(): Floating {
  const shapes: { readonly sheet: string; text: string }[] = [];
  const opened: number[] = [];
  const ticks = new Map<string, boolean>();
  return {
    shapes,
    openUnseen: (name, attributes, sheet = '') => {
      if (shapeNames.has(name)) shapes.push({ sheet, text: '' });
      // Boxes to tick, and buttons of which one is chosen (13.5.13 and 13.5.19).
      if (name === 'checkbox' || name === 'radio')
        ticks.set(attribute(attributes, 'id') ?? '', isTicked(attributes));
    },
    sayUnseen: (open, text) => {
      const last = shapes.at(-1);
      if (last && open.includes('p') && open.some((name) => shapeNames.has(name))) last.text += `${text} `;
    },
    openBox: (from) => void opened.push(from),
    closeBox: (content) => {
      const own = content.slice(opened.pop() ?? content.length);
      const isText = own.every((part) => typeof part === 'string');
      if (opened.length === 0 && isText) shapes.push({ sheet: '', text: own.join(' ') });
    },
    tickOf: (control) => {
      const tick = ticks.get(control);
      return tick === undefined ? undefined : tick ? '☑' : '☐';
    },
  };
}

function isTicked(attributes: Readonly<Record<string, string>>): boolean {
  const told = ['current-state', 'state', 'current-selected', 'selected'].map((key) =>
    attribute(attributes, key),
  );
  return /^(?:checked|true)$/.test(told.find((one) => one !== undefined) ?? '');
}
