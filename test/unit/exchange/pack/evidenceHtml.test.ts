/** The text of evidence as HTML: what it may be, where its links lead, and what it cannot do. */
import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { PackedLead } from '../../../../server/core/pack/model';
import { evidenceHtml, inPage } from '../../../../server/exchange/pack/evidenceHtml';
import { evidenceTree } from '../../../../server/exchange/pack/evidenceTree';

const copy = (path: string, tail = ''): PackedLead => ({
  kind: 'copy',
  copy: { uri: `file:///${path}`, path, bytes: 1 },
  tail,
});

function leadOf(destination: string): PackedLead {
  if (destination.startsWith('#')) return { kind: 'place', fragment: destination.slice(1) };
  if (/^https?:/.test(destination)) return { kind: 'web', address: destination };
  if (/\.(?:png|pdf|svg)$/.test(destination)) return copy(`attachments/${destination}`);
  return { kind: 'text', why: 'there is no such file' };
}

const shown = (text: string, level = 2): string => {
  const tree = evidenceTree(text, 'e1');
  const elementPath = (id: string): string | undefined =>
    id === '3.2.4' ? 'elements/3.2.4.html' : undefined;
  const kept = evidenceHtml(tree, { key: 'e1', title: 'The title', leadOf, elementPath });
  return Array.from(inPage(kept, level, '../'), (piece) => Buffer.from(piece).toString())
    .join('')
    .trim();
};

describe('the text of a piece of evidence', () => {
  const cases: readonly (readonly [what: string, text: string, html: string])[] = [
    ['has headings below its own', '# A\n\n### B\n\n## C\n\n# D', '<h2 id="e1-a">A</h2>\n<h3 id="e1-b">B</h3>\n<h3 id="e1-c">C</h3>\n<h2 id="e1-d">D</h2>'],
    ['does not say its title twice', '# The title\n\nText', '<p>Text</p>'],
    ['names headings once', '# A\n\n# A', '<h2 id="e1-a">A</h2>\n<h2 id="e1-a-1">A</h2>'],
    ['leads to its headings', '# Part two\n\n[x](#part-two), [y](#Part-Two)', '<h2 id="e1-part-two">Part two</h2>\n<p><a href="#e1-part-two">x</a>, <a href="#e1-part-two">y</a></p>'],
    ['leads to elements by their IDs', '[x](#3.2.4)', '<p><a href="../elements/3.2.4.html">x</a></p>'],
    ['leads nowhere where nothing is', '[x](#gone)', '<p>x</p>'],
    ['leads to the web', '<https://example.org>', '<p><a href="https://example.org">https://example.org</a></p>'],
    ['leads to what is copied', '[x](a.pdf)', '<p><a href="../attachments/a.pdf">x</a></p>'],
    ['says what is not there', '[x](gone.txt)', '<p><span title="Not in this pack: there is no such file">x</span></p>'],
    ['shows pictures of the repository', '![An *x*](a.png)', '<p><img src="../attachments/a.png" alt="An x"></p>'],
    ['leads to pictures of the web', '![x](https://example.org/a.png)', '<p><a href="https://example.org/a.png">x (on the web)</a></p>'],
    ['has no link in a link', '[![Build](https://example.org/a.png)](https://example.org)', '<p><a href="https://example.org">Build</a></p>'],
    ['calls a link without words by its address', '[](https://example.org)', '<p><a href="https://example.org">https://example.org</a></p>'],
    ['tells badges from links in a sentence', '[a](#3.2.4) [b](#3.2.4)\n\n[a](#3.2.4) and [b](#3.2.4)', '<p class="row"><a href="../elements/3.2.4.html">a</a> <a href="../elements/3.2.4.html">b</a></p>\n<p><a href="../elements/3.2.4.html">a</a> and <a href="../elements/3.2.4.html">b</a></p>'],
    ['keeps a heading that leads somewhere', '# The title [x](#3.2.4)', '<h2 id="e1-the-title-x">The title <a href="../elements/3.2.4.html">x</a></h2>'],
    ['shows drawings, which would run what stands in them', '[x](a.svg)', '<p>x<img src="../attachments/a.svg" alt="x"></p>'],
    ['says boxes', '- [x] a\n- [ ] b', '<ul class="contains-task-list">\n<li class="task-list-item"><span role="img" aria-label="Done">☑</span> a</li>\n<li class="task-list-item"><span role="img" aria-label="To do">☐</span> b</li>\n</ul>'],
    ['moves tables', '| a |\n| -: |\n| b |', '<div class="scroll" role="group" aria-label="Table 1" tabindex="0"><table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="right">b</td>\n</tr>\n</tbody>\n</table></div>'],
    ['strikes out', '~~a~~', '<p><del>a</del></p>'],
    ['opens what is folded', '<details><summary>S</summary>\n\nT\n\n</details>', '<details open><summary>S</summary>\n<p>T</p>\n</details>'],
    ['lets elements reach over Markdown', '<div align="center">\n\n**b**\n\n</div>', '<div>\n<p><strong>b</strong></p>\n</div>'],
    ['keeps elements in a line', 'H<sub>2</sub>O <kbd>Ctrl</kbd>', '<p>H<sub>2</sub>O <kbd>Ctrl</kbd></p>'],
    ['shows what is no element', 'an Array<string> of x', '<p>an Array&#x3C;string> of x</p>'],
    ['shows what would act', '<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>'],
    ['shows what would swallow the rest', 'a <textarea> b\n\nc', '<p>a &#x3C;textarea> b</p>\n<p>c</p>'],
    ['loses nothing behind an open quotation mark', '<div title="x>\n\n**b**', '&#x3C;div title="x>\n<p><strong>b</strong></p>'],
    ['takes remarks away', 'a <!-- b --> c', '<p>a  c</p>'],
    ['makes hidden marks visible', 'a\u202Eb', '<p>a\\u202Eb</p>'],
    ['has items in lists only', '<li>x</li>', '<div>x</div>'],
    ['fills lists with items', '<ul><b>x</b></ul>', '<ul><li><b>x</b></li></ul>'],
    ['finds names of HTML', '<a name="here"></a>\n\n[x](#here)', '<p><span id="e1-here"></span></p>\n<p><a href="#e1-here">x</a></p>'],
    ['has no name twice', '<b id="x">a</b> <b id="x">b</b>', '<p><b id="e1-x">a</b> <b>b</b></p>'],
    ['has no empty heading', '<h2></h2>', '<div></div>'],
  ]; // prettier-ignore
  for (const [what, text, html] of cases) it(what, () => equal(shown(text), html));

  it('stands at any level, and no deeper than HTML has', () =>
    deepEqual(
      [2, 5].map((level) => shown('# A\n\n## B\n\n### C', level).match(/<h\d/g)?.join('')),
      ['<h2<h3<h4', '<h5<h6<h6'],
    ));

  it('says nothing of how it is kept', () =>
    equal(
      shown('a\u0001b \u00023 [x](<\u0001>) `\u0001`', 2),
      '<p>a\\u0001b \\u00023 <span title="Not in this pack: there is no such file">x</span> <code>\\u0001</code></p>',
    ));

  it('has footnotes with names of its own', () => {
    const html = shown('a[^1]\n\n[^1]: Note');
    ok(html.includes('href="#e1-fn-1"') && html.includes('id="e1-fn-1"'), html);
    ok(html.includes('href="#e1-fnref-1"') && html.includes('id="e1-fnref-1"'), html);
    ok(html.includes('<h2 id="e1-footnote-label">Footnotes</h2>'), html);
  });

  it('is shown as it stands where it is nested thousands deep', () => {
    const html = shown('<div>'.repeat(20_000) + 'x' + '</div>'.repeat(20_000));
    ok(html.includes('x'));
  });
});

/** What a page may not hold, whatever a text says. */
function holdsNothingThatActs(html: string): void {
  const found: string[] = [];
  new Parser({
    onopentag: (name, attributes) => {
      if (/^(?:script|style|iframe|object|embed|form|button|svg|math|link|meta|base|video|audio|template)$/.test(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (/^(?:on|style$|srcdoc|formaction|srcset|xlink)/.test(key)) found.push(`${name} ${key}`);
        if (/^(?:href|src|cite|action)$/.test(key) && !/^(?:https?:\/\/|mailto:|tel:|#e1-|\.\.\/|data:image\/(?:png|jpeg|gif|webp);base64,)/.test(value)) found.push(`${name} ${key}=${value}`);
        if (key === 'src' && /^https?:/.test(value)) found.push(value);
        if (key === 'id' && !value.startsWith('e1-')) found.push(`id ${value}`);
      }
    },
  }).end(html); // prettier-ignore
  deepEqual(found, [], html);
}

describe('a text that tries to act', () => {
  const attacks = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '<iframe src="javascript:alert(1)">',
    '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java&#10;script:alert(1))', '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)', '![x](data:image/svg+xml;base64,PHN2Zz4=)', '![x](https://evil.example/p.gif)',
    '<a href="vbscript:x">x</a>', '<a href=" javascript:alert(1)">x</a>', '<a href="\u0001javascript:alert(1)">x</a>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form action="https://evil.example"><input name=a><button>x</button></form>', '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">', '<link rel=stylesheet href=https://evil.example/x.css>',
    '<style>@import url(https://evil.example)</style>', '<p style="background:url(https://evil.example)">x</p>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<xmp><img src=x onerror=alert(1)></xmp>',
    '<plaintext>x', '<template><script>x</script></template>', '<object data="https://evil.example">', '<embed src=https://evil.example>',
    '<video src=https://evil.example poster=https://evil.example>', '<picture><source srcset=https://evil.example/x.png><img src=https://evil.example/x.png></picture>',
    '<img src="https://evil.example/x.png" srcset="https://evil.example/y.png 2x">', '<div id="main">x</div>', '<a name="main">x</a>',
    '<![CDATA[<script>alert(1)</script>]]>', '<!--><img src=x onerror=alert(1)>-->', '<?php echo 1 ?>', '<!DOCTYPE html><script>x</script>',
    '<a href="x" onclick="alert(1)" style="position:fixed">x</a>', '<img src="a.png" onload=alert(1) style=x>', '<details ontoggle=alert(1) open>x</details>',
    '<x-node n="0"></x-node>', '<x-nodex n="1">', '`<script>`', '    <script>alert(1)</script>', '| <script>alert(1)</script> |\n| --- |\n| <img onerror=x src=y> |',
    '# <img src=x onerror=alert(1)>', '[^1]\n\n[^1]: <script>alert(1)</script>', '[<img src=x onerror=alert(1)>](https://example.org)',
    '<table><tr><td><form><input onfocus=alert(1) autofocus></td></tr></table>', '<button formaction=javascript:alert(1)>x', '<a href=//evil.example/x>y</a>',
    '<font color=red onmouseover=alert(1)>x</font>', '<blockquote cite="javascript:alert(1)">x</blockquote>', '<area href=javascript:alert(1)>',
  ]; // prettier-ignore
  for (const attack of attacks)
    it(`does nothing: ${attack.slice(0, 60)}`, () => {
      for (const text of [attack, `a ${attack} b`, `<div>\n\n${attack}\n\n</div>`, `> ${attack}`])
        holdsNothingThatActs(shown(text));
    });

  it('does nothing, whatever it is made of', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...attacks, '<', '>', '"', '\n\n', '`', '[', '](', ')', '<b ', '</b>', '<!--', '-->', '&lt;', 'x'), { maxLength: 12 }), (parts) => {
        holdsNothingThatActs(shown(parts.join('')));
      }),
    )); // prettier-ignore

  it('takes no longer than its length', () => {
    const started = performance.now();
    for (const text of ['<b id=1>'.repeat(20_000), '<p><a href=x>'.repeat(10_000), '<ul><li>'.repeat(10_000), '<font>'.repeat(30_000), `${'<i>'.repeat(5000)}\n\n`.repeat(4)])
      doesNotMatch(shown(text), /<script/);
    ok(performance.now() - started < 20_000);
  }); // prettier-ignore
});
