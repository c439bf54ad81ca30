import { equal, match, ok } from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import frontMatterOf from 'markdown-it-front-matter';
import taskLists from 'markdown-it-task-lists';
import { extendWith, type MarkdownIt as Extended } from '../../../../client/preview/markdownPlugin';
import type { FilePreview } from '../../../../server/lsp/protocol';

/** How VS Code shows front matter: not at all, as before 2026, or as its setting `markdown.preview.frontMatter` says. */
type Block = 'hide' | 'table' | 'codeBlock';
const blocks: readonly Block[] = ['hide', 'table', 'codeBlock'];

const text = '---\ntitle: T\nelements: [3.2.4]\n---\n\n# T for 3.2.4\n\n- [x] Done\n- [ ] To do, see 1.1.1\n';

const preview: FilePreview = {
  title: 'Correcting wrong information',
  details: [
    { label: 'Owner', words: 'Jo', isWrong: false },
    { label: 'Date', words: '“then” cannot be right', isWrong: true },
  ],
  elements: [
    { id: '3.2.4', text: 'We correct what is wrong.', state: 'evidenced', root: 'file:///p' },
    { id: '9.9.9', text: '', state: 'not an element of the standard', root: 'file:///p' },
  ],
  findings: [{ severity: 'error', message: '9.9.9 is no element', line: 3 }],
  mentions: [
    { written: '3.2.4', words: '3.2.4 We correct what is wrong.' },
    { written: '1.1.1', words: '1.1.1 We know who they are.' },
  ],
};

/** Markdown as VS Code renders it, with what it does to front matter. */
function newMarkdown(block: Block): InstanceType<typeof MarkdownIt> {
  const md = new MarkdownIt({ html: true });
  md.block.ruler.before('table', 'front_matter', (state, start, end, silent) => {
    if (start !== 0 || !state.src.startsWith('---\n')) return false;
    const last = state.src.split('\n').indexOf('---', 1);
    if (last < 0 || last >= end) return false;
    if (silent) return true;
    const token = state.push('front_matter', '', 0);
    token.hidden = block === 'hide';
    token.map = [0, last + 1];
    token.attrSet('data-line', '0');
    state.line = last + 1;
    return true;
  });
  if (block !== 'hide') md.renderer.rules['front_matter'] = () => `<pre>${block}</pre>`;
  return md;
}

const known = new URL('file:///p/a.md');

function render(
  md: InstanceType<typeof MarkdownIt>,
  source: string,
  env: Readonly<Record<string, unknown>>,
  found: FilePreview | undefined = preview,
): string {
  extendWith(md as unknown as Extended, { known: (address) => (address === known.href ? found : undefined), drawn: () => undefined }, (root, element) => `vscode://us/element?root=${root}&element=${element}`); // prettier-ignore
  return md.render(source, env);
}

describe('What is added to the Markdown preview', () => {
  const html = render(newMarkdown('hide'), text, { currentDocument: known });

  it('is a card with what is known of the file', () => {
    match(html, /<div data-line="0"><section class="evidence-card" aria-label="About this evidence">/);
    match(html, /<dt>Owner<\/dt><dd>Jo<\/dd>/);
    match(html, /<dd class="evidence-wrong">“then” cannot be right<\/dd>/);
    match(html, /<a href="vscode:\/\/us\/element\?root=file:\/\/\/p&amp;element=3.2.4" [^>]*><strong>3.2.4<\/strong><\/a> We correct what is wrong. <span class="evidence-state">evidenced</); // prettier-ignore
    match(html, /<li><strong>9.9.9<\/strong> <span class="evidence-state">not an element of the standard</);
    match(html, /<strong>Error<\/strong> in line 3: 9.9.9 is no element/);
  });

  it('is ticks for tasks', () => {
    match(html, /<li><span class="evidence-tick" role="img" aria-label="Done">☑<\/span> Done<\/li>/);
    match(html, /<li><span class="evidence-tick" role="img" aria-label="To do">☐<\/span> To do, see <abbr/);
  });

  it('is the words of elements', () =>
    match(html, /<h1>T for <abbr class="evidence-element" title="3.2.4 We correct what is wrong.">3.2.4<\/abbr><\/h1>/)); // prettier-ignore

  for (const block of blocks) {
    it(`keeps what VS Code makes of the block (${block}), folded up`, () => {
      const card = render(newMarkdown(block), text, { currentDocument: known });
      if (block === 'hide') ok(!card.includes('<details>'));
      else match(card, new RegExp(`<details><summary>As it is written in the file</summary><pre>${block}</pre></details>`)); // prettier-ignore
    });

    it(`is nothing in a file that is no evidence (${block})`, () => {
      for (const env of [
        { currentDocument: new URL('file:///p/other.md') },
        {},
        { currentDocument: undefined },
        { currentDocument: 'file:///p/a.md' },
      ])
        // prettier-ignore
        for (const source of [text, '# No block 3.2.4\n\n- [x] a\n', '', '---\nno end\n', '- [x]\n', text.replaceAll('\n', '\r\n')]) // prettier-ignore
          equal(render(newMarkdown(block), source, env), newMarkdown(block).render(source, env));
    });

    it(`is nothing as long as nothing is known (${block})`, () => {
      const md = newMarkdown(block);
      extendWith(
        md as unknown as Extended,
        { known: () => undefined, drawn: () => undefined },
        () => undefined,
      );
      equal(md.render(text, { currentDocument: known }), newMarkdown(block).render(text, {}));
    });
  }

  it('draws the same a second time from the tokens that VS Code keeps', () => {
    const md = newMarkdown('table');
    const first = render(md, text, { currentDocument: known });
    const tokens = md.parse(text, {});
    const draw = (): string => md.renderer.render(tokens, md.options, { currentDocument: known });
    equal(draw(), first);
    equal(draw(), first);
  });
});

type Md = InstanceType<typeof MarkdownIt>;
/** Its own types are those of an older markdown-it. */
type Plugin = (md: Md, found: () => undefined) => void;
const theirFrontMatter: unknown = frontMatterOf;

/** What plug-ins of other extensions do to the same tokens. */
const others: Readonly<Record<string, (md: Md) => void>> = {
  'markdown-it-task-lists': (md) => md.use(taskLists),
  'markdown-it-task-lists with labels': (md) => md.use(taskLists, { enabled: true, label: true }),
  'markdown-it-task-lists with labels after': (md) => md.use(taskLists, { label: true, labelAfter: true }),
  'markdown-it-front-matter': (md) => md.use(theirFrontMatter as Plugin, () => undefined),
  'one that cuts boxes off at the end': (md) => {
    md.core.ruler.push('cut', ({ tokens }) => {
      for (const { children } of tokens)
        for (const child of children ?? []) child.content = child.content.replace(/^\[[ xX]\] /, '');
    });
  },
  'one that draws its own text': (md) => {
    const { rules } = md.renderer;
    const before = rules['text'];
    rules['text'] = (...given) => `<i>${before?.(...given) ?? ''}</i>`;
  },
  'one with meta of its own': (md) => {
    md.core.ruler.push('meta', ({ tokens }) => {
      for (const token of tokens) for (const child of token.children ?? []) child.meta = { isTask: true };
    });
  },
  'one that reads front matter itself': (md) => {
    md.renderer.rules['front_matter'] = () => '<pre>theirs</pre>';
  },
};

describe('What is added to the Markdown preview beside other plug-ins', () => {
  const env = { currentDocument: known };
  const add = (md: Md, found: FilePreview | undefined): unknown =>
    extendWith(md as unknown as Extended, { known: () => found, drawn: () => undefined }, () => undefined);
  for (const [name, other] of Object.entries(others))
    for (const isFirst of [true, false]) {
      const markdown = (ours: (md: Md) => unknown): Md => {
        const md = newMarkdown('hide');
        if (isFirst) other(md);
        ours(md);
        if (!isFirst) other(md);
        return md;
      };
      it(`${name}, ${isFirst ? 'before' : 'after'} ours`, () => {
        const html = markdown((md) => add(md, preview)).render(text, env);
        const words = html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
        match(html, /<section class="evidence-card"/);
        match(words, /T for 3\.2\.4 .*Done .*To do, see 1\.1\.1/);
        match(html, /<h1>.*<abbr [^>]*>3\.2\.4<\/abbr>/);
        // A box or a tick for each, or none where the other one takes them away, and no brackets in any case.
        ok([0, 2].includes(html.split(/type="checkbox"|evidence-tick/).length - 1), html);
        ok(!/\[[ xX]\]/.test(words), words);
      });
      it(`${name}, ${isFirst ? 'before' : 'after'} ours, in a file that is no evidence`, () => {
        // One of them gives its labels numbers by chance.
        const plain = (html: string): string => html.replaceAll(/task-item-\d+/g, 'task-item');
        equal(
          plain(markdown((md) => add(md, undefined)).render(text, env)),
          plain(markdown(() => undefined).render(text, env)),
        );
      });
    }
});

describe('The words of elements in the text', () => {
  for (const [source, marked] of [
    ['See 3.2.4.', 1],
    ['3.2.4 and 1.1.1', 2],
    ['13.2.4, 3.2.41, 3.2.4.1, v3.2.4, 0-3.2.4', 0],
    ['(3.2.4), “3.2.4” – 3.2.4…', 3],
    ['`3.2.4`', 0],
    ['[3.2.4](a.md) and **3.2.4**', 2],
    ['<a title="3.2.4">x</a>', 0],
    ['3.2.5', 0],
  ] satisfies readonly (readonly [string, number])[])
    it(source, () => {
      const html = render(newMarkdown('hide'), source, { currentDocument: known });
      equal(html.split('<abbr').length - 1, marked);
    });
});

describe('Texts that would act', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    '</section></div><iframe src="javascript:alert(1)">',
    '<svg/onload=alert(1)>',
    '&lt;script&gt;',
    '[a](command:x) ![b](https://example.com/c.png)',
    '<!-- ', // opens a comment
    '<style>*{display:none}</style>',
    '\u0000<b>',
    '$& $1 $$',
  ];
  for (const payload of payloads)
    it(JSON.stringify(payload), () => {
      const hostile: FilePreview = {
        title: payload,
        details: [{ label: payload, words: payload, isWrong: true }],
        elements: [{ id: payload, text: payload, state: payload, root: payload }],
        findings: [{ severity: 'error', message: payload, line: 1 }],
        mentions: [{ written: '3.2.4', words: payload }, { written: payload, words: payload }], // prettier-ignore
      };
      const html = render(
        newMarkdown('hide'),
        '---\na: b\n---\n\n3.2.4\n',
        { currentDocument: known },
        hostile,
      );
      const plain = render(newMarkdown('hide'), '---\na: b\n---\n\n3.2.4\n', { currentDocument: known }, { ...hostile, title: 'x', details: [{ label: 'x', words: 'x', isWrong: true }], elements: [{ id: 'x', text: 'x', state: 'x', root: 'x' }], findings: [{ severity: 'error', message: 'x', line: 1 }], mentions: [{ written: '3.2.4', words: 'x' }] }); // prettier-ignore
      // The same elements and attributes as with harmless words.
      equal(tagsOf(html), tagsOf(plain));
    });
});

/** The tags with the names of their attributes, read as a browser reads them. */
function tagsOf(html: string): string {
  const tags = html.match(/<!--|<\/?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi) ?? [];
  return tags.map((tag) => tag.replace(/"[^"]*"|'[^']*'/g, '""')).join('\n');
}
