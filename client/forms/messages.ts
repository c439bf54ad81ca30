/** What the pages of a form and of tables say to the extension, and hear from it. Data only: both sides import this file. */
import type { Choice } from './choice';
import type { FormView } from './shownForm';
import type { TableView } from './tableView';

/** From the page. Whoever receives one asks the server anew: the file may have changed since the page was drawn. */
export type FromPage =
  /** The page listens from now on. */
  | { readonly kind: 'ready' }
  /** What is to stand in a detail; `isTyped`: a day in any words. `save`: and the file is to be saved then. */
  | {
      readonly kind: 'detail';
      readonly key: string;
      readonly values: readonly string[];
      readonly isTyped?: boolean;
      readonly save?: boolean;
    }
  /** What could stand in a detail, or in a cell of a row; `typed` so far. */
  | { readonly kind: 'choices'; readonly key: string; readonly typed: string; readonly row?: string }
  | { readonly kind: 'attach'; readonly key: string }
  | { readonly kind: 'addElement' }
  | { readonly kind: 'removeElement'; readonly element: string }
  | { readonly kind: 'showElement'; readonly element: string }
  | { readonly kind: 'point'; readonly element: string; readonly order: number }
  | { readonly kind: 'fix'; readonly finding: string; readonly title: string }
  | { readonly kind: 'place'; readonly finding: string }
  /** A link in the text, as it is written there. */
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'editText' }
  | { readonly kind: 'save' }
  /** What is to stand in one column of some rows. */
  | {
      readonly kind: 'cells';
      readonly rows: readonly string[];
      readonly key: string;
      readonly values: readonly string[];
      readonly isTyped?: boolean;
      readonly save?: boolean;
    }
  | { readonly kind: 'openRow'; readonly row: string }
  /** What a button above a table does, with the rows that are chosen. */
  | { readonly kind: 'act'; readonly name: string; readonly rows: readonly string[] };

/** To the page. */
export type ToPage =
  | { readonly kind: 'form'; readonly view: FormView }
  | { readonly kind: 'table'; readonly view: TableView }
  /** There is nothing to show, and why, as a sentence. */
  | { readonly kind: 'nothing'; readonly why: string }
  /** The text of the file, rendered: HTML that nobody has looked through yet. `base`: where its pictures lie. */
  | { readonly kind: 'text'; readonly html: string; readonly base: string }
  | {
      readonly kind: 'choices';
      readonly key: string;
      readonly typed: string;
      readonly row?: string;
      readonly choices: readonly Choice[];
    }
  /** What was asked for was not done, and why; `key`: the detail or column that it is about. */
  | { readonly kind: 'refused'; readonly key: string; readonly why: string }
  /** What has been done, for those who do not see it. */
  | { readonly kind: 'said'; readonly words: string };

/** What a page has sent, where it has the shape of one of its messages. What a page shows may come from strangers. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const told: Readonly<Record<string, unknown>> = { ...message };
  const shape = typeof told['kind'] === 'string' ? shapes.get(told['kind']) : undefined;
  const fits = shape && Object.entries(shape).every(([name, is]) => is(told[name]));
  // Each property that the kind has is of its type, as has just been seen.
  return fits ? (message as FromPage) : undefined;
}

type Is = (value: unknown) => boolean;
const isText: Is = (value) => typeof value === 'string';
const isTexts: Is = (value) => Array.isArray(value) && value.every(isText);
const isNumber: Is = (value) => typeof value === 'number';
const maybe =
  (type: 'string' | 'boolean'): Is =>
  (value) =>
    value === undefined || typeof value === type;

const shapes: ReadonlyMap<string, Readonly<Record<string, Is>>> = new Map(
  Object.entries({
    ready: {},
    detail: { key: isText, values: isTexts, isTyped: maybe('boolean'), save: maybe('boolean') },
    choices: { key: isText, typed: isText, row: maybe('string') },
    attach: { key: isText },
    addElement: {},
    removeElement: { element: isText },
    showElement: { element: isText },
    point: { element: isText, order: isNumber },
    fix: { finding: isText, title: isText },
    place: { finding: isText },
    link: { target: isText },
    editText: {},
    save: {},
    cells: {
      rows: isTexts,
      key: isText,
      values: isTexts,
      isTyped: maybe('boolean'),
      save: maybe('boolean'),
    },
    openRow: { row: isText },
    act: { name: isText, rows: isTexts },
  } satisfies Record<FromPage['kind'], Readonly<Record<string, Is>>>),
);
