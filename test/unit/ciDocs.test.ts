/** docs/ci.md shows the inputs and outputs of action.yml, and the comment as the action writes it. `UPDATE_EXPECT=1` writes them. */
import { equal, ok } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

  const page = readFileSync('docs/ci.md', 'utf8');
  const examples = Array.from(page.matchAll(/```yaml\n([^]*?)```/g), ([, text = '']) => text);
  const all = JSON.stringify(examples.map((text) => parse(text) as unknown));

  it('names in its examples what there is', () => {
    const template = readFileSync('ci/gitlab.yml', 'utf8') + readFileSync('ci/gitlab/note.mjs', 'utf8');
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { readonly id: string }[];
    const known: readonly (readonly [RegExp, (name: string) => boolean])[] = [
      [/"uses":"evidence-portfolio\/evidence-portfolio@v1","with":\{"([\w-]+)":/g, (name) => name in inputs],
      [/steps\.evidence\.outputs\.([\w-]+)/g, (name) => name in outputs],
      [/(EVIDENCE_[A-Z_]+)/g, (name) => template.includes(name)],
      [/"id":"(evidence-portfolio[\w-]*)"/g, (name) => hooks.some(({ id }) => id === name)],
      [/v1\/(ci\/[\w./-]+)/g, (path) => existsSync(path)],
    ];
    for (const [pattern, isKnown] of known) {
      const names = Array.from(all.matchAll(pattern), ([, name = '']) => name);
      ok(names.length > 0, String(pattern));
      for (const name of names) ok(isKnown(name), name);
    }
  });

  it('tells of each variable of the template for GitLab', () => {
    const { 'evidence-portfolio': job } = parse(readFileSync('ci/gitlab.yml', 'utf8')) as Readonly<
      Record<string, { readonly variables: object }>
    >;
    for (const name of Object.keys(job?.variables ?? {})) ok(page.includes(`\`${name}`), name);
  });
});
