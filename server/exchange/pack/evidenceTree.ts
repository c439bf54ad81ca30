/** The text of a piece of evidence as a tree of harmless HTML, whoever has written it. */
import type { Root } from 'hast';
import { isFarWithin } from '../../core/markdown/farWithin';
import { withinLimits } from '../../core/markdown/limits';
import { shortcuts } from '../../core/text/shortcuts';
import type { Harmless } from './html/harmless';
import { harmlessBy } from './html/harmless';
import type { Slowly } from './markdown/quickTree';
import { quickTree } from './markdown/quickTree';
import { remarkNoted } from './remark/remarkNotes';
import { remarkSection, remarkTree } from './remark/remarkTree';
import { keptElements, withoutRaw } from './html/rawHtml';

/**
 * Every `id` and `name` of the text begins with the key and a hyphen.
 * @param text Markdown without its front matter
 * @param key of the piece of evidence
 */
export function evidenceTree(text: string, key: string): Root {
  try {
    // Ends of lines are those of a page.
    const lines = text.replace(/\r\n?/g, '\n');
    const bounded = shortcuts.taken && isFarWithin(lines) ? lines : withinLimits(lines);
    const tree = (shortcuts.taken ? quickTree(bounded, byRemark) : undefined) ?? remarkTree(bounded);
    return { type: 'root', children: harmless(withoutRaw(tree), `${key}-`) };
  } catch {
    // Nested thousands deep, it overflows the stack of whoever goes through it. It can be read as it stands.
    return { type: 'root', children: [element('pre', [element('code', [{ type: 'text', value: text }])])] };
  }
}

const byRemark: Slowly = { section: remarkSection, noted: remarkNoted };

const element = (tagName: string, children: Root['children']): Root['children'][number] => ({
  type: 'element',
  tagName,
  properties: {},
  children: children.filter((child) => child.type === 'element' || child.type === 'text'),
});

/** As hast-util-sanitize takes it. */
export const schema: Harmless = {
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
  },
  attributes: {
    a: ['href', 'ariaLabel', 'ariaDescribedBy', 'dataFootnoteBackref', 'dataFootnoteRef'],
    blockquote: ['cite'],
    code: [['className', /^language-./]],
    img: ['src', 'alt', 'width', 'height'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'], // prettier-ignore
    li: [['className', 'task-list-item'], 'value'],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    ul: [['className', 'contains-task-list']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    details: ['open'],
    time: ['dateTime'],
    '*': ['dir', 'id', 'lang', 'title', 'name'],
  },
  clobber: ['ariaDescribedBy', 'id', 'name'],
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https', 'data'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  tagNames: [...keptElements, 'input', 'section'],
};

const harmless = harmlessBy(schema);
