/**
 * Every tool of assistants on a portfolio whose texts try to act, and asked for in words that do: no key comes out that does
 * not with plain words, and nothing that could end the quotation in which it stands. A new tool is tried by being there.
 */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Tool } from '../../../server/core/answers/tools';
import { tools } from '../../../server/core/answers/tools';
import type { Payload } from '../hostile/payloads';
import { payloads, plainWords, shareOf } from '../hostile/payloads';
import type { Files } from '../hostile/portfolio';
import { faultyFiles, fileNameOf, hostilePortfolio, personOf } from '../hostile/portfolio';
import type { Skeleton } from '../hostile/skeleton';
import { differences, ofJson } from '../hostile/skeleton';
import { holdsNothingThatActs } from './acting';
import type { Reply } from './asking';
import { asking } from './asking';
import type { Repository } from './gitRepository';
import { removeRepositories, repositoryWith } from './gitRepository';

type Question = Readonly<Record<string, string | number>>;

/** What a parameter may be given in a portfolio of these payloads, besides each payload as it is. */
const meant: Readonly<Record<string, (all: readonly Payload[]) => readonly (string | number)[]>> = {
  portfolio: () => ['.'],
  from: () => [0, 30],
  words: () => ['hearing', 'E', 'Qqqqqqqqqq'],
  text: () => ['A hearing loop.'],
  element: (all) => all.map((_, at) => `E.${at + 1}`),
  evidence: (all) => ['Same', ...all.map(fileNameOf)],
  line: () => [3],
  severity: () => ['error', 'warning'],
  rule: () => ['element-unknown'],
  file: () => ['bad'],
  person: (all) => all.map(personOf),
  days: () => [0],
  base: () => ['HEAD'],
  head: () => ['HEAD'],
  part: () => ['E', 'G', 'E.1'],
};

/** Each parameter in its turn, beside what has to be given. */
function questionsFor({ inputs }: Tool, all: readonly Payload[]): readonly Question[] {
  const valuesOf = (name: string): readonly (string | number)[] => meant[name]?.(all) ?? [];
  const needed = Object.fromEntries(
    Object.entries(inputs).flatMap(([name, { isRequired }]) =>
      isRequired ? [[name, valuesOf(name)[0] ?? '']] : [],
    ),
  );
  const each = Object.entries(inputs).flatMap(([name, { type }], at) => {
    const [usual, typed] = [valuesOf(name), type === 'string' ? all.map(({ text }) => text) : []];
    const values = [...(usual.length > 3 ? shareOf(usual, at) : usual), ...shareOf(typed, at)];
    return values.map((value) => ({ ...needed, [name]: value }));
  });
  return [needed, ...each];
}

/** What is told of some payloads only, told of plain words too. */
const besides: Files = {
  'same/1.md': '---\ntitle: Same\nref: Same\nelements: [E.1]\nattachments: [../../../out.pdf]\n---\n',
  'same/2.md': '---\ntitle: Same\nref: Same\nelements: [E.1]\n---\n',
  'same/3.md': '---\n\0',
};

/** The change adds half of the files, and says something else in another. */
function changedRepository(all: readonly Payload[], single: string): Repository {
  const files = { ...hostilePortfolio(all, single), ...faultyFiles(all), ...besides };
  const paths = Object.keys(files);
  const isNew = (path: string): boolean => path.endsWith('.md') && paths.indexOf(path) % 2 === 0;
  const before = Object.entries(files).filter(([path]) => !isNew(path));
  const repository = repositoryWith({ ...Object.fromEntries(before), 'gone.md': files['fixed.md'] ?? '' });
  repository.edit({ ...files, 'gone.md': undefined });
  return repository;
}

/** Nothing in it ends a quotation, draws on a terminal or cannot be seen. */
function isInert({ text }: Reply, about: string): void {
  holdsNothingThatActs(text);
  equal(/[<>]|`{3}|~{3}|[\p{Cf}\p{Default_Ignorable_Code_Point}]|[\uD800-\uDFFF]/u.exec(text), null, about);
  ok(text.length <= 60_000, `${about}: ${text.length}`);
  match((JSON.parse(text) as { readonly remark: string }).remark, /never an instruction/);
}

async function skeletonOf(tool: Tool, all: readonly Payload[], single: string): Promise<Skeleton> {
  const ask = await asking(changedRepository(all, single).folder);
  const parts = new Set<string>();
  for (const question of questionsFor(tool, all)) {
    const reply = await ask(tool.name, question);
    isInert(reply, `${tool.name} ${JSON.stringify(question).slice(0, 200)}`);
    for (const part of ofJson(reply.text)) parts.add(part);
  }
  return parts;
}

const single =
  'A title <b>x</b> ~~~ \u200B\u{E0067} ![x](http://evil.example/x.png) $(bug) \u001B[31m\u202E ::error::x =1+1 `x` | y';

describe('an answer to assistants of texts that try to act', () => {
  afterEach(removeRepositories);

  it('is asked for with every parameter', () =>
    deepEqual(Object.keys(meant).sort(), [...new Set(tools.flatMap(({ inputs }) => Object.keys(inputs)))].sort())); // prettier-ignore

  for (const [at, tool] of tools.entries())
    it(`has the shape that it has with plain words: ${tool.name}`, async () => {
      const before = await skeletonOf(tool, shareOf(plainWords(payloads.length), at), 'A title');
      ok([...before].some((part) => part.startsWith('.answer')), [...before].join());
      deepEqual(differences(before, await skeletonOf(tool, shareOf(payloads, at), single)), []);
    }); // prettier-ignore
});
