/** What the command line says of a file whose headers nobody knows, and how to say which column is which. */
import { doesNotMatch, equal, match } from 'node:assert/strict';
import { folderWith, removeFolders, run } from './support';

const table =
  'Nr.;Anforderung;Nachweis\nX1;Wir wissen, wer kommt;Umfrage\nX2;Wir fragen;Notizen\nX3;Wir hören zu;Karte\n';

describe('A file whose headers nobody knows', () => {
  afterEach(removeFolders);
  for (const [command, words] of [
    ['matrix import', 'ref evidence'],
    ['assessment import', 'ref assessor'],
    ['plan import', 'ref action'],
    ['standard import', 'id text'],
  ] as const) {
    const options = words.split(' ').map((word) => `--column ${word}="HEADER"`).join(' ');
    it(`is refused with its columns named: ${command}`, async () => {
      const folder = folderWith({ 'portfolio.yaml': 'title: A\n', 'a.csv': table });
      const { status, err: error } = await run([...command.split(' '), `${folder}/a.csv`, ...(command === 'standard import' ? [] : [folder])]);
      equal(status, 2);
      match(error, /“Nr\.”, “Anforderung”, “Nachweis”\./);
      const end = command === 'standard import' ? ' Of a table of pairs of two standards: --column from="HEADER" --column to="HEADER".' : '';
      equal(error.trimEnd().endsWith(`Say which is which: ${options}.${end}`), true, error);
    });
  }
  it('has no columns to choose from, of which nothing is said', async () => {
    const folder = folderWith({ 'portfolio.yaml': 'title: A\n', 'a.csv': 'Nothing here\n' });
    const { err: error } = await run(['matrix', 'import', `${folder}/a.csv`, folder]);
    match(error, /There is no evidence matrix in the file/);
    doesNotMatch(error, /--column|columns of the file/);
  });
}); // prettier-ignore
