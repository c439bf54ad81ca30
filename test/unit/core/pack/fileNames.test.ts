/** Names of files that any system can have, whatever an ID, a title or somebody's file is called. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { copyName, pageStem, uniqueNames } from '../../../../server/core/pack/fileNames';

describe('the name of a page', () => {
  const stems: readonly (readonly [string, string])[] = [
    ['3.2.4', '3.2.4'], ['AC-2(1)', 'ac-2-1'], ['GV.OC-01', 'gv.oc-01'], ['1/2', '1-2'], ['a b', 'a-b'],
    ['A1.a', 'a1.a'], ['..', 'otherwise'], ['../../etc', 'etc'], ['con', 'file-con'], ['COM1.2', 'file-com1.2'],
    ['nul', 'file-nul'], ['lpt10', 'lpt10'], ['Bibliothèque', 'bibliotheque'], ['報告', 'otherwise'], ['', 'otherwise'],
    ['ES 12 Correcting wrong information', 'es-12-correcting-wrong-information'], ['a..b', 'a.b'], ['a.', 'a'],
    ['x'.repeat(99), 'x'.repeat(60)],
  ]; // prettier-ignore
  for (const [text, stem] of stems)
    it(`of ${JSON.stringify(text)} is ${stem}`, () => equal(pageStem(text, 'otherwise'), stem));
});

describe('the name of a copy', () => {
  const names: readonly (readonly [string, string])[] = [
    ['survey 2026.pdf', 'survey 2026.pdf'], ['Übersicht.xlsx', 'Übersicht.xlsx'], ['報告.pdf', '報告.pdf'],
    ['a:b?.pdf', 'a-b.pdf'], ['aux.pdf', 'file-aux.pdf'], ['aux', 'file-aux'], ['.env', 'env'], ['a.pdf.', 'a.pdf'],
    ['a\u202Efdp.exe', 'a-fdp.exe'], ['a\nb.csv', 'a-b.csv'], ['C#.pdf', 'C.pdf'], ['a'.repeat(300) + '.pdf', 'a'.repeat(80) + '.pdf'],
    ['..', 'file'], ['a\\b.pdf', 'a-b.pdf'], ['a\uD800.pdf', 'a.pdf'],
  ]; // prettier-ignore
  for (const [name, copy] of names)
    it(`of ${JSON.stringify(name).slice(0, 40)} is ${copy.slice(0, 40)}`, () => equal(copyName(name), copy));

  it('can be had on any system, whatever the name', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        for (const found of [copyName(name), `${pageStem(name, 'page')}.html`]) {
          match(found, /^[^<>:"/\\|?*\p{Cc}]{1,140}$/u);
          match(found, /^[^. ].*[^. ]$|^[^. ]$/su);
        }
      }),
    ));
});

it('gives a name once, also where letter case makes no difference', () => {
  const unique = uniqueNames();
  deepEqual(
    [
      'a.pdf',
      'A.PDF',
      'a.pdf',
      'é.txt',
      'e\u0301.txt',
      'straße',
      'STRASSE',
      'ac-2-1.html',
      'ac-2-1.html',
    ].map(unique),
    [
      'a.pdf',
      'A-2.PDF',
      'a-3.pdf',
      'é.txt',
      'e\u0301-2.txt',
      'straße',
      'STRASSE-2',
      'ac-2-1.html',
      'ac-2-1-2.html',
    ],
  );
});

describe('The names of many copies cost as much for each as those of few', () => {
  /** How often names are compared, for each of them. */
  const costOf = (names: readonly string[]): number => {
    let asked = 0;
    const unique = uniqueNames((name) => {
      asked++;
      return name.toLowerCase();
    });
    const given = names.map(unique);
    equal(new Set(given.map((name) => name.toLowerCase())).size, names.length);
    return asked / names.length;
  };
  const many = Array.from({ length: 20_000 }, (_, at) => at);
  const cases: readonly (readonly [string, (at: number) => string])[] = [
    ['one name', () => 'report.pdf'],
    ['one name in two spellings', (at) => (at % 2 === 0 ? 'Report.pdf' : 'report.PDF')],
    ['two names that differ in their endings', (at) => (at % 2 === 0 ? 'report.pdf' : 'report.md')],
    ['numbered names first, and then the one without', (at) => (at < 10_000 ? `a-${at}.md` : 'a.md')],
    ['the one without first, and then numbered ones', (at) => (at < 10_000 ? 'a.md' : `a-${at - 9_998}.md`)],
    ['names without an ending', () => 'minutes'],
  ];
  for (const [name, nameAt] of cases)
    it(name, () => {
      const cost = costOf(many.map(nameAt));
      ok(cost <= 4, `${cost} for each`);
    });
});
