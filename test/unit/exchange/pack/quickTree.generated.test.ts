/** Texts of evidence, read the quick way and by remark: the same page, and the same links, or the quick way is not sure. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readBody } from '../../../../server/core/markdown/treeBody';
import { withinLimits } from '../../../../server/core/markdown/limits';
import type { PackedLead } from '../../../../server/core/pack/model';
import { evidenceHtml } from '../../../../server/exchange/pack/evidenceHtml';
import { evidenceTree } from '../../../../server/exchange/pack/evidenceTree';
import { quickTree } from '../../../../server/exchange/pack/markdown/quickTree';
import { remarkNoted } from '../../../../server/exchange/pack/remark/remarkNotes';
import { remarkSection } from '../../../../server/exchange/pack/remark/remarkTree';
import { markdown } from '../../support/arbitraries';
import { realMarkdown } from '../../support/realMarkdown';
import { withoutShortcuts } from '../../support/withoutShortcuts';
import { runs } from '../../support/runs';

const numRuns = runs(1200);

/** The page of a text, and where its links lead. */
function pageOf(text: string): { readonly html: string; readonly leads: readonly string[] } {
  const leads: string[] = [];
  const leadOf = (destination: string): PackedLead => {
    leads.push(destination);
    return destination.startsWith('#')
      ? { kind: 'place', fragment: destination.slice(1) }
      : { kind: 'web', address: destination };
  };
  const placing = { key: 'e1', title: 'T', leadOf, elementPath: () => undefined };
  return { html: Buffer.from(evidenceHtml(evidenceTree(text, 'e1'), placing)).toString(), leads };
}

const isSure = (text: string): boolean => quickTree(withinLimits(text.replace(/\r\n?/g, '\n'))) !== undefined;

const mayBeMixed = (text: string): boolean =>
  quickTree(withinLimits(text.replace(/\r\n?/g, '\n')), { section: remarkSection, noted: remarkNoted }) !==
  undefined;

const pieces = fc.constantFrom(
  'Text', ' ', ' ', '\n', '\n', '\n\n', '\n\n', '\n\n- ', '\n- ', '\n1. ', '\n2) ', '\n  ', '\n    ', '\t', '> ', '\n> ', '\n# ', '\n### ', ' #', '\n===\n', '\n---\n', '\n***\n',
  '\n```\n', '\n~~~ js x\n', '`', '``', '*', '**', '_', '__', '***', '~', '~~', '[', ']', '(', ')', '![', '](', '[a](b.md)', '[a]( <b c.md> "t")', '[a](b.md#part-two \'t\')', '[a](b%20c.md)',
  '![p](a.png)', '[![p](a.png)](b.md)', '[ref]', '[a][ref]', '[ref][]', '\n\n[ref]: c.md "T"\n\n', '![ref]', '<https://example.org/a?b=c&d>', '<a@example.org>', 'https://example.org/a_b', 'http://example.org/(a).',
  'HTTPS://example.org', 'www.example.org/x,', 'www.', 'www.a_b.c', 'a@example.org', 'a.b+c@example.org.', 'x@y', 'pkg@1.2.3', 'mailto:a@example.org', '://', 'http://', '@', ':', '.', '/', '&amp;', '&#58;', '&copy', '&', '\\', '\\*',
  '<b>', '</b>', '<br>', '<!-- x -->', '<a href="d.md">', '</a>', '<img src="e.png">', '\n<div>\n', '\n</div>\n', '<details><summary>S</summary>\n\n', '</details>', '<', '>', '"', "'", '!', '- [ ] ', '\n- [x] ', '[ ]', '- [x]',
  '\n| a | b |\n| - | :-: |\n| c | d |\n', '| x |\n', '|', '\n--|--\n', '\n|-|\n', '\\|', '[^1]', '\n\n[^1]: Note\n', 'é', '\u2019', '😀', '\u00A0', '  \n', '\\\n', '-', '+', '1', '\r\n', 'html', '{', '%', '$', 'ß', 'ẞ', '𝒜', '„', '\u3000',
); // prettier-ignore

describe('A text of evidence, read the quick way', () => {
  it('is the page that remark makes of it', () => {
    let sure = 0;
    const prose = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(prose, prose, markdown), (text) => {
        if (!isSure(text)) return;
        sure++;
        deepEqual(
          pageOf(text),
          withoutShortcuts(() => pageOf(text)),
        );
      }),
      { numRuns },
    );
    ok(sure > numRuns / 3, `only ${sure} of ${numRuns} were read the quick way`);
  });

  // Longer than what is one section.
  const filler = `\n\nWords ${'of a section '.repeat(120)}[ref] [own]\n`;

  it('is the page that remark makes of it where some of its sections are read by remark', () => {
    const prose = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''));
    const definition = fc.constantFrom(
      '',
      '',
      '\n\n[own]: <d\\>.md> "A \\"title\\""\n',
      '\n\n[Own]: e&amp;f.md\n\n[own]: g.md\n',
    );
    let mixed = 0;
    fc.assert(
      fc.property(fc.array(prose, { minLength: 2, maxLength: 5 }), definition, (sections, last) => {
        const text = sections.join(filler) + filler + last;
        if (!isSure(text) && mayBeMixed(text)) mixed++;
        deepEqual(
          pageOf(text),
          withoutShortcuts(() => pageOf(text)),
        );
      }),
      { numRuns: Math.ceil(numRuns / 6) },
    );
    ok(mixed > numRuns / 60, `only ${mixed} of ${numRuns / 6} were read in both ways`);
  });

  const notes = fc.constantFrom(
    '[^1]', '[^1]', '[^Big note]', '[^2]', '![^2]', '[a[^1]](b.md)', '`[^1]`', '[^', '\\[^1]', '\n\n[^1]: Note\n', '\n\n[^1]: Other [ref]\n', '\n\n[^2]: Two[^1]\n\n    more [own]\n\n',
    '\n\n[^2]:\n    - a\n    - b[^2]\n\n', '\n> [^3]: In a quotation\n', '[^3]', '\n- [^4]: In a list\n', '[^4]', '\n\n[^1]: ```\n', '\n\n[^5]: <div>\n', '[^5]', '\n\n[own]: h.md\n\n', '\n\n[ß]: i.md\n\n', '[ß]', 'Afterwards', '\n\n[^6]: j\n[later]: k.md ""\n\n', '[later]',
  ); // prettier-ignore
  const short = `\n\nWords ${'of a section '.repeat(24)}[ref] [own]\n`;

  it('is the page that remark makes of it where only sections with footnotes are read by remark', () => {
    const prose = fc
      .array(fc.oneof({ weight: 2, arbitrary: notes }, pieces), { maxLength: 7 })
      .map((all) => all.join(''));
    const definition = fc.constantFrom('', '', '\n\n[own]: <d\\>.md> "A"\n', '\n\n[^1]: Last\n');
    let mixed = 0;
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 6 }), definition, (sections, last) => {
        const text = sections.join(short) + short + last;
        if (/\[\^.+\]:/.test(text) && !isSure(text) && mayBeMixed(text)) mixed++;
        deepEqual(
          pageOf(text),
          withoutShortcuts(() => pageOf(text)),
        );
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
    ok(mixed > numRuns / 20, `only ${mixed} of ${numRuns / 4} were read in both ways`);
  });

  // Where a rule does not see an address, the whole text is left to remark: the page is the same, and takes longer.
  for (const [text, lead] of [
    ['Write to a@example.org.', 'mailto:a@example.org'],
    ['(a.b+c@example.org)', 'mailto:a.b+c@example.org'],
    ['See https://example.org/a_b.', 'https://example.org/a_b'],
    ['See www.example.org/x, too.', 'http://www.example.org/x'],
  ] as const)
    it(`has the address in “${text}” without remark`, () => {
      ok(isSure(text));
      deepEqual([...new Set(pageOf(text).leads)], [lead]);
    });

  // What only one of the two takes for a blank; a label with a bracket in it.
  for (const text of [
    '[\u2028**[**',
    '_\u2029_',
    '*\uFEFF*',
    '<a\fhref=x>y</a>',
    '<b\u00A0title=x>y</b>',
    String.raw`[^a\]b]` + '\n\n' + String.raw`[^a\]b]: Note`,
  ])
    it(`is the page that remark makes of ${JSON.stringify(text)}`, () =>
      deepEqual(
        pageOf(text),
        withoutShortcuts(() => pageOf(text)),
      ));

  it('leads to nothing that core does not know as a link', () =>
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const known = new Set(readBody(text).links.map(({ destination }) => decoded(destination)));
        const files = pageOf(text).leads.map(decoded).filter((lead) => !/^(?:https?:|mailto:|#fn)/i.test(lead));
        deepEqual(files.filter((lead) => !known.has(lead)), []);
      }),
      { numRuns },
    )); // prettier-ignore

  it('is the page that remark makes of it where somebody else has written it', () => {
    let [all, sure] = [0, 0];
    for (const { path, text } of realMarkdown()) {
      const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
      all++;
      if (!isSure(body)) continue;
      sure++;
      const [quick, whole] = [pageOf(body), withoutShortcuts(() => pageOf(body))];
      equal(quick.html, whole.html, path);
      deepEqual(quick.leads, whole.leads, path);
    }
    ok(sure > all * 0.9, `only ${sure} of ${all} were read the quick way`);
  });
});

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
