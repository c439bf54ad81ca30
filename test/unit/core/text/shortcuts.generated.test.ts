/** What is found with every fast path, and what is found without any: the same. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { brokenLinks } from '../../../../server/core/portfolio/links';
import type { Uri } from '../../../../server/core/text/span';
import { linksAround } from '../../../../server/core/markdown/linksAround';
import type { Fact } from '../../../../server/core/index/portfolioIndex';
import { withoutShortcuts } from '../../support/withoutShortcuts';
import { joinPath, parentUri } from '../../../../server/core/text/uri';
import { evidenceFiles, markdown } from '../../support/arbitraries';
import { at, emptyIndex } from '../../support/portfolioFiles';
import { dumpOf } from '../../support/dump';
import { runs } from '../../support/runs';

const numRuns = runs(3000);

/** Mostly what people write: paragraphs with links and code in them, between empty lines. */
const words = fc.constantFrom(
  'See ', 'the plan', ' [a](gone.md)', '[b](there.md)', '![c](gone.png "t")', '[d *e*](gone.md#part)', '`[f](gone.md)`', '`', '*', '**', '[', ']',
  '(', ')', ' ', '\n', '\n', '\\', '&amp;', '_', '"', '!', '[g [h](gone.md) i](gone.md)', '[j](', 'k)', '[l] (gone.md)', '[m](gone.md', '\t', 'É',
  '[n](my gone.pdf)', '[o](H:\\x.pdf)', '[p]()', '[q](/gone.md)', '[r](C#.gone)', '<a href="gone.md">', '<file:///gone.md>', "<img src='x.png'/>", '[^1]', '{{ x }}',
  '[s]({{ x }}.md)', '(gone.md "t" y.pdf)', '[t](file:///x)', '[u](a.md "t\\" x.pdf")',
); // prettier-ignore
const paragraph = fc
  .tuple(fc.constantFrom('See', 'See', 'See', '1', ''), fc.array(words, { minLength: 1, maxLength: 10 }))
  .map(([first, all]) => first + all.join(''));
const between = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('\n\n', '\r\n\r\n', '\n \n', '\n', '\n\n- ', '\n\n    ', '\n\n> ', '\n\n## ') },
  { weight: 1, arbitrary: fc.constantFrom('\n\n```\n', '\n\n<div>\n', '\n\n[a]: gone.md\n\n', '\n\n[^1]: Ibid.\n\n', '\n\n[^1]: [a](gone.md)\n\n    [b](gone.md)\n\n', '\n===\n', '\n---\n', '\n1. ', '\r', '\n\t\n') },
); // prettier-ignore
const prose = fc
  .array(
    fc.tuple(fc.oneof({ weight: 20, arbitrary: paragraph }, { weight: 1, arbitrary: markdown }), between),
    {
      maxLength: 6,
    },
  )
  .map((all) => all.flat().join(''));

const uri = at('evidence/a.md');
const exists = (target: Uri): boolean => !target.includes('gone');

describe('The fast paths', () => {
  it('find the broken links that a whole parse finds', () => {
    let alone = 0;
    fc.assert(
      fc.property(prose, fc.constantFrom('\n', '\n\n', '\r\n'), (body, end) => {
        const evidence = parseEvidence(uri, `---\nelements: ["1.1"]\n---${end}${body}`)!;
        const whole = withoutShortcuts(() => brokenLinks(evidence, at(''), exists));
        deepEqual(brokenLinks(evidence, at(''), exists), whole);
        const places = whole.map(({ span }) => span.start);
        if (places.length > 0 && linksAround(evidence.text, places)) alone += 1;
      }),
      { numRuns },
    );
    ok(
      alone > numRuns / 20,
      `only ${alone} of ${numRuns} had a broken link in a paragraph that can stand alone`,
    );
  });

  const dump = (facts: readonly Fact[]): string => {
    const index = emptyIndex();
    index.apply([{ kind: 'folders', folders: [at('')] }]);
    const { unknownPlaces } = index.apply(facts);
    index.apply(unknownPlaces.map((place): Fact => ({ kind: 'absent', uri: place })));
    return dumpOf(index);
  };

  it('make the same portfolio of any files', () => {
    fc.assert(
      fc.property(fc.array(evidenceFiles, { minLength: 1, maxLength: 4 }), (texts) => {
        const facts = texts.map((text, number): Fact => ({
          kind: 'text',
          uri: at(`${number}.md`),
          text,
        }));
        equal(
          dump(facts),
          withoutShortcuts(() => dump(facts)),
        );
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('make the same portfolio of the sample', () => {
    const folder = join(__dirname, '../../../../samples/anytown-libraries');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const facts = files.map((entry): Fact => {
      const path = join(entry.parentPath, entry.name);
      const place = joinPath(parentUri(at('x')), path.slice(folder.length + 1).replaceAll('\\', '/'));
      return /\.(?:md|yaml)$/.test(path)
        ? { kind: 'text', uri: place, text: readFileSync(path, 'utf8') }
        : { kind: 'present', uri: place };
    });
    const found = dump(facts);
    equal(
      found,
      withoutShortcuts(() => dump(facts)),
    );
    ok(found.includes('link-broken') || found.includes('element-unknown'), found.slice(0, 2000));
  });
});
