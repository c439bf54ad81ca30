import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { badgeOf, filesToTell } from '../../../../client/marks/badges';
import type { FileMark } from '../../../../server/lsp/protocol';

const marks: readonly FileMark[] = ['faulty', 'overdue', 'draft', 'withdrawn'];
const badges = marks.map((mark) => badgeOf({ mark, words: `${mark}, and why` }));

describe('The badge of a file', () => {
  it('is another sign for each mark, so that the colour is never all that tells them apart', () => {
    equal(new Set(badges.map(({ sign }) => sign)).size, marks.length);
    equal(new Set(badges.map(({ color }) => color)).size, marks.length);
  });

  it('is short enough for VS Code, and none that its git writes', () => {
    for (const { sign } of badges) {
      ok(sign.length <= 2, sign);
      ok(!/^[A-Z]$/.test(sign), sign);
    }
  });

  it('says all of it in words', () =>
    deepEqual(
      badges.map(({ tooltip }) => tooltip),
      marks.map((mark) => `Evidence: ${mark}, and why`),
    ));

  it('has colours and signs that package.json names', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly contributes: {
        readonly colors: readonly {
          readonly id: string;
          readonly defaults: Readonly<Record<string, string>>;
        }[];
        readonly configuration: readonly {
          readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
        }[];
      };
    };
    deepEqual(
      contributes.colors.map(({ id }) => id),
      badges.map(({ color }) => color),
    );
    for (const { defaults } of contributes.colors)
      deepEqual(Object.keys(defaults), ['dark', 'light', 'highContrast', 'highContrastLight']);
    const [setting] = contributes.configuration.flatMap(({ properties }) => properties['evidencePortfolio.fileMarks'] ?? []); // prettier-ignore
    for (const { sign } of badges) ok(setting?.markdownDescription?.includes(sign), sign);
  });
});

describe('The files of which VS Code is told', () => {
  for (const [count, isEach] of [
    [0, true],
    [1, true],
    [250, true],
    [251, false],
    [10_000, false],
  ] as const)
    it(`of ${count}: ${isEach ? 'each' : 'all, as it would look at one in each folder'}`, () => {
      const files = Array.from({ length: count }, (_, at) => at);
      deepEqual(filesToTell(files), isEach ? files : undefined);
    });
});
