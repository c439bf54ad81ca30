/**
 * What is imported is used as any other standard: each element of each kind of file is completed, and what completion
 * writes counts, is hovered and printed, whatever its ID looks like.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Standard } from '../../../../server/core/standard/standard';
import { encodeText } from '../../../../server/exchange/parts/decode';
import { importStandard } from '../../../../server/exchange/standards/importStandard';
import { hover } from '../../../../server/features/hover/hover';
import { markdown } from '../../../../server/features/text/markup';
import { folderWith, removeFolders, run } from '../../cli/support';
import { complete } from '../../support/completing';
import { edited } from '../../support/cursor';
import { at, home, indexOf } from '../../support/portfolioFiles';
import {
  cisoLibrary,
  controlsCsv,
  functionsCsv,
  largeCatalogue,
  oscalCatalogue,
  oscalYaml,
  outline,
} from './files';
import { publishedShapes } from './publishedShapes';

afterEach(removeFolders);

const odd = [
  'ID;Title;Text',
  '5;Five;What has one digit',
  '1.10;Ten;What YAML takes for a number',
  '1.1;One;What is not 1.10',
  'A 1;Blank;With a blank in it',
  'A/1;Stroke;With a stroke in it',
  '"B ""q"" 1";Quotes;With quotation marks in it',
  "C'1;Apostrophe;With an apostrophe in it",
  'D: 1;Colon;With a colon in it',
  'E#1;Hash;With a hash in it',
  'F,1;Comma;With a comma in it',
  '[G1];Brackets;With brackets around it',
  'true;Truth;What YAML takes for a truth',
  '2026-01-01;Day;What YAML takes for a day',
  'Ä1;Umlaut;With a letter that is none of ASCII',
].join('\n');

/** The text of the standard file that a file becomes. */
function standardFileOf(name: string, text: string): { readonly text: string; readonly standard: Standard } {
  const outcome = importStandard({ name, bytes: encodeText(text) });
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
}

const kinds: readonly (readonly [name: string, text: string])[] = [
  ['catalogue.json', JSON.stringify(oscalCatalogue)],
  ['catalogue.yaml', oscalYaml],
  ['library.yaml', cisoLibrary],
  ['controls.csv', controlsCsv],
  ['functions.csv', functionsCsv],
  ['outline.md', outline],
  ['odd.csv', odd],
  ...publishedShapes.flatMap(({ older, newer }) => [older, newer]),
];

/** Evidence for one element, with its ID as completion writes it. */
function completed(
  files: Readonly<Record<string, string>>,
  standard: Standard,
  id: string,
  typed = '',
): string {
  const { text, items } = complete(`---\ntitle: A\nelements: [${typed}$0]\n---\n\nText.\n`, {
    files,
    path: 'a.md',
  });
  const item = items.find(({ label, data }) => label === id && data !== undefined);
  ok(item, `${id} of ${standard.title} is not offered`);
  return edited(text, [item.textEdit as TextEdit]);
}

describe('An imported standard', () => {
  for (const [name, source] of kinds) {
    const { text, standard } = standardFileOf(name, source);
    const files = { 'portfolio.yaml': 'title: T\nstandard: s.yaml\n', 's.yaml': text };

    it(`of ${name}: each element is completed, counts, and is hovered`, () => {
      for (const { id, title, text: words } of standard.elements) {
        const evidence = completed(files, standard, id);
        const index = indexOf({ ...files, 'a.md': evidence });
        deepEqual(
          index.findings(at('a.md')).map(({ message }) => message),
          [],
          `${id}\n${evidence}`,
        );
        const portfolio = index.portfolioAt(home)!;
        equal(portfolio.coverage(id).state, 'evidenced', evidence);
        const place = { uri: at('a.md'), text: evidence, offset: evidence.indexOf('[') + 2 };
        const shown = hover(portfolio, place, { markup: markdown });
        ok(shown, `nothing is shown at ${evidence}`);
        const said = JSON.stringify(shown.contents).replaceAll('\\\\', '');
        ok(said.includes((title || words).slice(0, 10).replace(/[^\p{L} ].*$/u, '')), said);
      }
    });

    it(`of ${name}: it is checked and printed`, async () => {
      const [first] = standard.elements;
      const folder = folderWith({ ...files, 'a.md': completed(files, standard, first?.id ?? '') });
      equal((await run(['check', folder])).status, 0);
      const { out } = await run(['coverage', folder]);
      for (const { id } of standard.elements) ok(out.includes(` ${id}  `), `${id} is not in\n${out}`);
      for (const { id } of standard.elements)
        equal((await run(['standard', 'show', id, '--standard', join(folder, 's.yaml')])).status, 0, id);
    });
  }

  it('of 1,200 elements: it is completed and hovered in time', () => {
    const { text, standard } = standardFileOf('large.json', JSON.stringify(largeCatalogue()));
    const files = { 'portfolio.yaml': 'title: T\nstandard: s.yaml\n', 's.yaml': text };
    // A long list is offered in part: what fits what has been typed.
    const evidence = completed(files, standard, 'G7-12(1)', 'G7-12');
    const index = indexOf({ ...files, 'a.md': evidence });
    equal(index.portfolioAt(home)?.coverage('G7-12(1)').state, 'evidenced');
  });
});
