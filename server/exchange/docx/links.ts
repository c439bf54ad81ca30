/** Links of a Word document: elements of their own, and fields that say `HYPERLINK "…"` (ECMA-376, part 1, 17.16). */
import { markdownLink, withPlace } from '../parts/links';
import { attribute } from '../parts/xml';
import type { Handlers } from './events';

interface OpenText {
  text: string;
}

interface OpenLink {
  readonly address: string | undefined;
  /** In which its text stands, and from where on. */
  readonly paragraph: OpenText | undefined;
  readonly from: number;
}

interface LinkHandlers extends Handlers {
  /** Adds to what the field that is open is told to do. */
  readonly instruct: (text: string) => void;
}

/** @param paragraphs that are open, the innermost last @param links where they lead, by the IDs of the document's relationships */
export function linkHandlers(
  paragraphs: readonly OpenText[],
  links: ReadonlyMap<string, string>,
): LinkHandlers {
  const open: OpenLink[] = [];
  const fields: { instruction: string; link: OpenLink | undefined }[] = [];
  const begin = (address: string | undefined): OpenLink => {
    const paragraph = paragraphs.at(-1);
    return { address, paragraph, from: paragraph?.text.length ?? 0 };
  };
  const end = (link: OpenLink | undefined): void => {
    const paragraph = paragraphs.at(-1);
    if (link?.address === undefined || !paragraph || paragraph !== link.paragraph) return;
    const { text } = paragraph;
    paragraph.text = text.slice(0, link.from) + markdownLink(text.slice(link.from), link.address);
  };
  return {
    instruct: (text) => {
      const field = fields.at(-1);
      if (field) field.instruction += text;
    },
    open: {
      hyperlink: (attributes) => {
        const address = links.get(attribute(attributes, 'id') ?? '');
        const place = attribute(attributes, 'anchor');
        open.push(begin(address === undefined ? undefined : withPlace(address, place)));
      },
      fldSimple: (attributes) => void open.push(begin(addressIn(attribute(attributes, 'instr') ?? ''))),
      fldChar: (attributes) => {
        const type = attribute(attributes, 'fldCharType');
        const field = fields.at(-1);
        if (type === 'begin') fields.push({ instruction: '', link: undefined });
        else if (type === 'separate' && field) field.link = begin(addressIn(field.instruction));
        else if (type === 'end') end(fields.pop()?.link);
      },
    },
    close: {
      hyperlink: () => {
        end(open.pop());
      },
      fldSimple: () => {
        end(open.pop());
      },
    },
  };
}

/** Where a field leads; undefined where it is no link, or one to a place of the document itself. */
function addressIn(instruction: string): string | undefined {
  const address = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1];
  return address === undefined
    ? undefined
    : withPlace(address.replaceAll('\\\\', '\\'), /\\l\s+"([^"]*)"/i.exec(instruction)?.[1]);
}
