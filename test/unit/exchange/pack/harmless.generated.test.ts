/** What may not act is taken out, and the rest written, as the libraries that are known for it do. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Element, ElementContent, Properties, Root } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { schema } from '../../../../server/exchange/pack/evidenceTree';
import { harmlessBy } from '../../../../server/exchange/pack/html/harmless';
import { markupOf } from '../../../../server/exchange/pack/html/markup';
import { runs } from '../../support/runs';

const numRuns = runs(2000);

const names = [
  ...schema.tagNames, 'table', 'tr', 'td', 'th', 'tbody', 'input', 'a', 'a', 'img', 'li', 'ul', 'ol', 'section', 'code', 'script', 'style',
  'svg', 'iframe', 'form', 'object', 'template', 'math', 'noscript', 'constructor', '__proto__', '*', '', 'SCRIPT',
]; // prettier-ignore
const keys = [
  'href', 'href', 'src', 'src', 'cite', 'id', 'name', 'className', 'className', 'type', 'checked', 'disabled', 'start', 'reversed', 'value',
  'align', 'colSpan', 'rowSpan', 'scope', 'open', 'dateTime', 'dir', 'lang', 'title', 'alt', 'width', 'height', 'ariaLabel', 'ariaDescribedBy',
  'dataFootnotes', 'dataFootnoteRef', 'dataFootnoteBackref', 'onClick', 'onclick', 'style', 'srcSet', 'srcDoc', 'formAction', 'action',
  'xLinkHref', 'data', 'dataFoo', 'vAlign', 'constructor', 'toString', 'HREF', 'target', 'ping', 'background',
]; // prettier-ignore
const texts = fc.oneof(
  fc.constantFrom(
    'javascript:alert(1)', 'JavaScript:x', ' javascript:x', '\u0001javascript:x', 'java\nscript:x', 'vbscript:x', 'data:text/html,x', 'data:image/png;base64,AA',
    'https://example.org/a?b=c&d', 'http:x', 'HTTP://x', 'https', 'mailto:a@b', 'tel:1', 'a/b:c', '?a:b', '#a:b', ':x', '//evil.example', 'x', '', 'true', 'open', 'checked', 'checkbox',
    'language-js', 'language-', 'xlanguage-js', 'task-list-item', 'contains-task-list', 'footnotes', 'row', '<b>"\'`&amp;\0', '\uD800', 'a b',
  ),
  fc.string(),
); // prettier-ignore
const primitive = fc.oneof({ weight: 6, arbitrary: texts }, fc.boolean(), fc.integer({ min: -1, max: 2 }));
const value = fc.oneof(
  { weight: 6, arbitrary: primitive },
  fc.array(fc.oneof(texts, fc.integer()), { maxLength: 3 }),
  fc.constantFrom(null, undefined),
);
const properties: fc.Arbitrary<Properties> = fc
  .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 4 })
  .map((all) => Object.fromEntries(all));
const text = texts.map((words): ElementContent => ({ type: 'text', value: words }));
const { node } = fc.letrec<{ node: ElementContent; element: Element }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    text,
    fc.constant<ElementContent>({ type: 'comment', value: 'x' }),
    { weight: 4, arbitrary: tie('element') },
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.constantFrom(...names),
    properties,
    children: fc.array(tie('node'), { maxLength: 4 }),
  }),
}));
const nodes = fc.array(node, { maxLength: 4 });

const harmless = harmlessBy(schema);

/** @returns by hast-util-sanitize, which knows all parts of a schema */
function sanitized(children: ElementContent[]): ElementContent[] {
  const clean = sanitize(
    { type: 'root', children },
    { ...toSchema(), clobberPrefix: 'e1-', strip: [] },
  ) as Root;
  return clean.children as ElementContent[];
}

/** The same in lists that may be changed. */
const toSchema = (): NonNullable<Parameters<typeof sanitize>[1]> => structuredClone(schema) as never;

describe('A tree of whatever somebody has written', () => {
  it('is as harmless as hast-util-sanitize makes it', () =>
    fc.assert(
      fc.property(nodes, (tree) => {
        const expected = sanitized(structuredClone(tree));
        deepEqual(harmless(structuredClone(tree), 'e1-'), expected);
      }),
      { numRuns },
    ));

  it('is written as hast-util-to-html writes it', () =>
    fc.assert(
      fc.property(nodes, (tree) => {
        const clean = sanitized(tree);
        equal(markupOf(clean), toHtml({ type: 'root', children: clean }));
      }),
      { numRuns },
    ));
});
