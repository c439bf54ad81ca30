/** `standard show`. */
import { equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { smallText } from '../support/standards';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const acknowledgement = "Text of 'Customer Service Excellence: The Government Standard'. © Crown copyright.";

async function shows(id: string, ...more: readonly string[]): Promise<string> {
  const { status, out, err } = await run(['standard', 'show', id, ...more]);
  equal(err, '');
  equal(status, 0);
  ok(Math.max(...out.split('\n').map((line) => line.length)) <= 88);
  return out;
}

async function refuses(words: readonly string[], why: string): Promise<void> {
  const { status, out, err } = await run(['standard', 'show', ...words]);
  equal(err, `evidence-portfolio: ${why}\n`);
  equal(out, '');
  equal(status, 2);
}

describe('standard show', () => {
  it('shows an element with where it stands, its guidance and whose text it is', async () => {
    equal(
      await shows('3.2.2'),
      `Criterion 3  Information and Access
Sub-criterion 3.2  Quality of Information
Element 3.2.2

We take reasonable steps to make sure our customers have received and understood the
information we provide.

Guidance
• Details of how you check that individual customers have received and understood the
  information.
• Examples of the changes you make to your communication methods to meet customers'
  needs.

${acknowledgement}
`,
    );
  });

  it('shows a sub-criterion with its elements', async () => {
    const out = await shows('3.2');
    match(out, /^Criterion 3 {2}Information and Access\nSub-criterion 3\.2 {2}Quality of Information\n/);
    for (const id of ['3.2.1', '3.2.2', '3.2.3', '3.2.4']) match(out, new RegExp(`^• ${id}  We `, 'm'));
    ok(out.endsWith(`${acknowledgement}\n`));
  });

  it('shows a criterion with its introduction and sub-criteria', async () => {
    const out = await shows('4');
    match(out, /^Criterion 4 {2}Delivery\n\n\w/);
    match(out, /^• 4\.3 {2}Deal Effectively with Problems$/m);
  });

  it('suggests the nearest ID', () =>
    refuses(
      ['3.2.9'],
      '3.2.9 is not in Customer Service Excellence. Did you mean 3.2.1, “We provide our customers with the information they need in ways that meet their…”?',
    ));

  it('says only that an ID is not there where none is near', () =>
    refuses(['chapter'], 'chapter is not in Customer Service Excellence.'));

  it('takes a built-in standard by its name', async () => {
    equal(await shows('3.2.2', '--standard', 'customer-service-excellence'), await shows('3.2.2'));
  });

  it('takes a standard file, and follows an ID that it has replaced, saying so', async () => {
    const file = join(folderWith({ 'small.yaml': smallText }), 'small.yaml');
    equal(
      await shows('9.9', '--standard', file),
      '9.9 is now 1.2, “The opening hours are known”.\n\nCriterion 1  Welcome\nElement 1.2\n\nThe opening hours are known\n\n',
    );
  });

  it('refuses a file that is not there, or is no standard', async () => {
    const folder = folderWith({ 'list.yaml': '- a\n', 'empty.yaml': '' });
    const gone = join(folder, 'gone.yaml');
    await refuses(
      ['1', '--standard', gone],
      `there is no built-in standard and no readable file ${gone}. Built in: customer-service-excellence.`,
    );
    const list = join(folder, 'list.yaml');
    await refuses(
      ['1', '--standard', list],
      `${list} is not a standard: Names with a colon are expected here, such as “title: …”.`,
    );
    await refuses(
      ['1', '--standard', join(folder, 'empty.yaml')],
      `${join(folder, 'empty.yaml')} is not a standard: Names with a colon are expected here, such as “title: …”.`,
    );
  });

  it('uses colours on a terminal only, and never those of the file', async () => {
    const hostile =
      'title: "A\\e[31m"\nlevels: ["L\\e[32m"]\nchildren: [{ id: "1", text: "T\\e[33m\\u202E" }]\n';
    const file = join(folderWith({ 'hostile.yaml': hostile }), 'hostile.yaml');
    const { out } = await run(['standard', 'show', '1', '--standard', file], { isTerminal: true });
    equal(out, '\u001B[1mL\\u001B[32m 1\u001B[22m\n\nT\\u001B[33m\\u202E\n\n');
  });
});
