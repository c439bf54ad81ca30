/** docs/ci.md shows the inputs and outputs of action.yml, and the comment as the action writes it. `UPDATE_EXPECT=1` writes them. */
import { equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { parse } from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string;
}
const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8')) as Readonly<
  Record<'inputs' | 'outputs', Readonly<Record<string, Described>>>
>;

const table = (head: string, rows: readonly (readonly string[])[]): string =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

const inputsTable = (): string =>
  table(
    '| input | what it is | without it |',
    Object.entries(inputs).map(([name, input]) => [
      `\`${name}\``,
      input.description,
      input.default ? `\`${input.default}\`` : '',
    ]),
  );

const outputsTable = (): string =>
  table(
    '| output | what it is |',
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  );

/** As a quotation, without the mark that readers do not see. */
const comment = (): string =>
  readFileSync('test/unit/cli/fixtures/action/comment.md', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => `> ${line}`)
    .join('\n');

describe('docs/ci.md', () => {
  const parts: Readonly<Record<string, () => string>> = {
    inputs: inputsTable,
    outputs: outputsTable,
    comment,
  };
  for (const [name, make] of Object.entries(parts)) {
    it(`shows the ${name} as they are`, async () => {
      const page = readFileSync('docs/ci.md', 'utf8');
      const marks = new RegExp(`(<!-- ${name} -->\n)([^]*?)(<!-- /${name} -->)`);
      // As the formatter leaves it.
      const expected = (await format(make(), { parser: 'markdown' })).trim();
      if (process.env['UPDATE_EXPECT'] === '1') {
        const put = (_: string, before: string, __: string, after: string) =>
          `${before}\n${expected}\n\n${after}`;
        writeFileSync('docs/ci.md', page.replace(marks, put));
        return;
      }
      equal(marks.exec(page)?.[2]?.trim(), expected);
    });
  }
});
