/** What a paragraph of an OpenDocument file says: its white space, links, lists to choose from, boxes to tick. */
import { markdownLink } from '../parts/links';
import { attribute, fromOfficeText } from '../parts/xml';
import type { Strike } from '../parts/strike';
import { beginsAs, endsStrike } from '../parts/strike';
import { withFont } from '../parts/symbols';
import type { OdfStyles } from './styles';

type Attributes = Readonly<Record<string, string>>;

export interface OdfParagraphs {
  /** @param number of its list, which comes before its text @param cellStyle of the cell in which it stands */
  readonly open: (style: string, isHeading: boolean, number: string, cellStyle?: string) => void;
  /** Adds what no text of the file says; answers whether a paragraph is open. */
  readonly add: (text: string) => boolean;
  /** Gives the paragraph that is open to whoever takes it. */
  readonly close: () => void;
  /** Text as the file has it. */
  readonly say: (text: string) => void;
  /** An element in it begins, or ends. */
  readonly begin: (name: string, attributes: Attributes) => void;
  readonly end: (name: string) => void;
}

interface OpenParagraph {
  readonly style: string;
  readonly isHeading: boolean;
  text: string;
  /** Further white space of the file says nothing (OpenDocument 1.3, part 3, 6.1.2). */
  isSpace: boolean;
  /** Stretches with a style of their own, and whether they are shown. */
  readonly spans: boolean[];
  /** Of these, how each is struck out, and the fonts, the innermost last. */
  readonly strikes: (Strike | undefined)[];
  readonly fonts: string[];
  readonly links: { readonly address: string; readonly from: number }[];
  readonly controls: Control[];
}

/** Something that people fill in. */
interface Control {
  readonly from: number;
  /** A box to tick: whether it is ticked. */
  readonly isChecked: boolean | undefined;
  /** What it shows is a hint. */
  readonly isPlaceholder: boolean;
}

/** What a list shows in which nothing has been chosen. */
const hint = /^(?:choose|select|pick)(?: an? \w+)?[.…]*$/i;
const controls = new Set(['content-control', 'drop-down']);

/** @param take what to do with a paragraph that has ended */
export function odfParagraphs(
  styles: OdfStyles,
  addressOf: (address: string) => string,
  take: (text: string, style: string, isHeading: boolean) => void,
): OdfParagraphs {
  const opened: OpenParagraph[] = [];
  const add = (text: string): void => {
    const open = opened.at(-1);
    if (!open || open.spans.includes(false)) return;
    open.text += text;
    open.isSpace = false;
  };
  return {
    open: (style, isHeading, number, cellStyle = '') => {
      const strike = styles.strike('paragraph', style);
      opened.push({
        style,
        isHeading,
        text: (number === '' ? '' : `${number} `) + (strike ? beginsAs(strike) : ''),
        isSpace: true,
        spans: styles.isHidden('paragraph', style) ? [false] : [],
        strikes: [strike],
        fonts: [styles.font('paragraph', style) || styles.font('table-cell', cellStyle)],
        links: [],
        controls: [],
      });
    },
    add: (text) => {
      add(text);
      return opened.length > 0;
    },
    close: () => {
      const open = opened.pop();
      if (open) take(fromOfficeText(textOf(open)), open.style, open.isHeading);
    },
    say: (data) => {
      const open = opened.at(-1);
      if (open && !open.spans.includes(false)) sayIn(open, data);
    },
    begin: (name, attributes) => {
      const open = opened.at(-1);
      if (!open) return;
      if (name === 's') add(' '.repeat(Math.min(longest, Number(attribute(attributes, 'c') ?? 1) || 1)));
      else if (name === 'tab') add('\t');
      else if (name === 'line-break') add('\n');
      else if (name === 'span') beginSpan(open, styles, attribute(attributes, 'style-name') ?? '');
      else if (name === 'a')
        open.links.push({ address: addressOf(attribute(attributes, 'href') ?? ''), from: open.text.length });
      else if (controls.has(name)) open.controls.push(controlOf(attributes, open.text.length));
    },
    end: (name) => {
      const open = opened.at(-1);
      if (!open) return;
      if (name === 'span') endSpan(open);
      else if (name === 'a') closeLink(open);
      else if (controls.has(name)) closeControl(open);
    },
  };
}

/** White space counts once, and at a beginning not at all. */
function sayIn(open: OpenParagraph, data: string): void {
  const text = data.replace(/[ \t\r\n]+/g, ' ');
  const said = open.isSpace && text.startsWith(' ') ? text.slice(1) : text;
  if (said === '') return;
  open.text += withFont(said, open.fonts.at(-1) ?? '');
  open.isSpace = said.endsWith(' ');
}

function textOf({ text, isSpace, strikes }: OpenParagraph): string {
  const said = isSpace && text.endsWith(' ') ? text.slice(0, -1) : text;
  return strikes[0] === undefined ? said : `${said}${endsStrike}`;
}

function beginSpan(open: OpenParagraph, styles: OdfStyles, style: string): void {
  const strike = styles.strike('text', style);
  open.spans.push(!styles.isHidden('text', style));
  open.strikes.push(strike);
  open.fonts.push(styles.font('text', style) || (open.fonts.at(-1) ?? ''));
  if (strike) open.text += beginsAs(strike);
}

function endSpan(open: OpenParagraph): void {
  open.spans.pop();
  open.fonts.pop();
  if (open.strikes.length > 1 && open.strikes.pop()) open.text += endsStrike;
}

/** Nobody moves a word further to the right than this. */
const longest = 1000;

function closeLink(open: OpenParagraph): void {
  const link = open.links.pop();
  if (link)
    open.text = open.text.slice(0, link.from) + markdownLink(open.text.slice(link.from), link.address);
}

/** A box to tick says so, and whether it is ticked (LibreOffice from 7.4 on). */
function controlOf(attributes: Attributes, from: number): Control {
  const isBox = attribute(attributes, 'checkbox') === 'true';
  return {
    from,
    isChecked: isBox ? attribute(attributes, 'checked') === 'true' : undefined,
    isPlaceholder: attribute(attributes, 'showing-place-holder') === 'true',
  };
}

function closeControl(open: OpenParagraph): void {
  const control = open.controls.pop();
  if (!control) return;
  const { from, isChecked, isPlaceholder } = control;
  const shown = open.text.slice(from);
  // A cross in a box means “no” to some, so that a ticked one is told by one sign.
  if (isChecked !== undefined) open.text = open.text.slice(0, from) + (isChecked ? '☑' : '☐');
  else if (isPlaceholder || hint.test(shown.trim())) open.text = open.text.slice(0, from);
}
