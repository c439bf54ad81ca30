/** The bill of materials, held against the schema that the format's makers publish. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

interface Bundled {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly address: string;
}
interface Bills {
  readonly billOf: (manifest: object, packages: readonly Bundled[]) => string;
  readonly bundledOf: (modules: readonly string[]) => readonly Bundled[];
}
const scripts = async (): Promise<Bills> =>
  Object.assign(
    {},
    ...(await Promise.all(
      ['billOfMaterials', 'bundled'].map((name) => import(resolve(`.scripts/${name}.mjs`)) as Promise<Bills>),
    )),
  ) as Bills;

const ours = { name: 'evidence-portfolio', version: '1.0.0', license: 'MIT', description: 'What it is.' };
const library = (name: string, more: Partial<Bundled> = {}): Bundled => ({
  folder: `node_modules/${name}`,
  name,
  version: '1.2.3',
  licence: 'MIT',
  address: `git+https://github.com/them/${name}.git`,
  ...more,
});

/** What is wrong with a bill by the schema of CycloneDX 1.6; nothing where it is right. */
function faultsOf(bill: string): unknown {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema'); // prettier-ignore
  const schema = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
  const others = ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'];
  const schemas = Object.fromEntries(
    others.map((name) => [`http://cyclonedx.org/schema/${name}`, schema(name)]),
  );
  const ajv = new Ajv({ strict: false, schemas });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  // A format for addresses in other scripts than Latin, which no address here has.
  ajv.addFormat('iri-reference', true);
  ajv.addFormat('idn-email', true);
  const isValid = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'));
  return isValid(JSON.parse(bill)) ? undefined : isValid.errors;
}

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly purl: string;
  readonly licenses?: readonly object[];
  readonly externalReferences?: readonly { readonly url: string }[];
}
const componentsOf = (bill: string) => (JSON.parse(bill) as { readonly components: Component[] }).components;

describe('the bill of materials', () => {
  it('is one by the published schema, and the schema would notice', async () => {
    const { billOf } = await scripts();
    const bill = billOf(ours, [
      library('yaml'),
      library('@lit/reactive-element', { licence: 'BSD-3-Clause' }),
    ]);
    equal(faultsOf(bill), undefined);
    equal(faultsOf(billOf(ours, [])), undefined);
    equal(Array.isArray(faultsOf(bill.replace('"library"', '"libary"'))), true);
    equal(Array.isArray(faultsOf(billOf(ours, [library('a', { licence: 'Mine' })]))), true);
  });

  it('names each package as everybody names it', async () => {
    const { billOf } = await scripts();
    const [scoped, plain] = componentsOf(billOf(ours, [library('@vscode/elements', { version: '2.0.0+x' }), library('yaml')])); // prettier-ignore
    deepEqual(
      [scoped?.group, scoped?.name, scoped?.purl, plain?.group, plain?.purl],
      ['@vscode', 'elements', 'pkg:npm/%40vscode/elements@2.0.0%2Bx', undefined, 'pkg:npm/yaml@1.2.3'],
    );
  });

  it('has an expression of licences, and none where a package names none', async () => {
    const { billOf } = await scripts();
    const bill = billOf(ours, [
      library('a', { licence: '(MIT OR Apache-2.0)' }),
      library('b', { licence: '' }),
    ]);
    equal(faultsOf(bill), undefined);
    deepEqual(
      componentsOf(bill).map(({ licenses }) => licenses),
      [[{ expression: '(MIT OR Apache-2.0)' }], undefined],
    );
  });

  for (const [address, url] of [
    ['git+https://github.com/them/a.git', 'https://github.com/them/a.git'],
    ['git://github.com/them/a.git', 'https://github.com/them/a.git'],
    ['https://github.com/them/a', 'https://github.com/them/a'],
    ['github:them/a', 'https://github.com/them/a'],
    ['them/a', 'https://github.com/them/a'],
    ['git@github.com:them/a.git', 'https://github.com/them/a.git'],
    ['git+ssh://git@github.com/them/a.git', 'https://github.com/them/a.git'],
    ['file:../a', undefined],
    ['', undefined],
  ] as const)
    it(`leads from "${address}" to ${url ?? 'nowhere'}`, async () => {
      const [component] = componentsOf((await scripts()).billOf(ours, [library('a', { address })]));
      equal(component?.externalReferences?.[0]?.url, url);
    });

  it('lists each package once that a module belongs to, and none of ours', async () => {
    const { bundledOf } = await scripts();
    const modules = ['node_modules/yaml/browser/index.js', 'server/cli.ts', 'node_modules/yaml/browser/dist/log.js', 'node_modules/@lit/reactive-element/reactive-element.js']; // prettier-ignore
    deepEqual(
      bundledOf(modules).map(({ name, licence }) => [name, licence]),
      [
        ['@lit/reactive-element', 'BSD-3-Clause'],
        ['yaml', 'ISC'],
      ],
    );
  });
});
