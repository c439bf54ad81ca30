/** Standards of other programs that are named in portfolio.yaml: what they are is said, and what to do. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { foreignStandard } from '../../../../server/core/standard/foreignStandard';
import { namedStandard } from '../../../../server/core/standard/namedStandard';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import { cisoLibrary, oscalCatalogue, oscalYaml } from '../../exchange/standards/files';
import { at, indexOf } from '../../support/portfolioFiles';
import { smallText } from '../../support/standards';

describe('A file of another kind than a standard', () => {
  for (const [kind, name, text] of [
    ['an OSCAL catalogue', 'c.json', JSON.stringify(oscalCatalogue)],
    ['an OSCAL catalogue', 'c.json', `\uFEFF${JSON.stringify(oscalCatalogue, null, 2)}`],
    ['an OSCAL catalogue', 'c.yaml', oscalYaml],
    ['an OSCAL catalogue', 'c.yaml', oscalYaml.replaceAll('\n', '\r\n').replace('---', '# made by hand')],
    ['an OSCAL profile', 'p.json', '{"profile": {"metadata": {}}}'],
    [
      'an OSCAL catalogue in XML',
      'c.xml',
      '<?xml version="1.0"?>\n<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">',
    ],
    ...(
      [
        ['an OSCAL component definition', 'component-definition'],
        ['an OSCAL system security plan', 'system-security-plan'],
        ['an OSCAL assessment plan', 'assessment-plan'],
        ['OSCAL assessment results', 'assessment-results'],
        ['an OSCAL plan of action', 'plan-of-action-and-milestones'],
        ['an OSCAL mapping', 'mapping-collection'],
        ['an OSCAL profile', 'profile'],
      ] as const
    ).flatMap(
      ([kind, root]) =>
        [
          [kind, 'x.json', `{"${root}": {"uuid": "u", "metadata": {}}}`],
          [kind, 'x.yaml', `${root}:\n  uuid: u\n  metadata:\n    title: T\n`],
          [`${kind} in XML`, 'x.xml', `<${root} xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u">`],
        ] as const,
    ),
    [
      'an OpenControl component',
      'component.yaml',
      'name: AWS\nschema_version: 3.0.0\nsatisfies:\n  - standard_key: NIST-800-53\n    control_key: CM-2\n',
    ],
    ['a library of CISO Assistant', 'q.yaml', cisoLibrary],
    ...[
      'requirement_mapping_set',
      'requirement_mapping_sets',
      'risk_matrix',
      'threats',
      'reference_controls',
    ].map(
      (held) =>
        [
          'a library of CISO Assistant without a framework',
          `${held}.yaml`,
          `urn: urn:intuitem:risk:library:x\nname: X\nobjects:\n  ${held}:\n    - urn: urn:x\n      source_framework_urn: urn:y\n`,
        ] as const,
    ),
    ['an OpenControl certification', 'LATO.yaml', 'name: LATO\nstandards:\n  NIST-800-53:\n    AC-2: {}\n'],
    [
      'an OpenControl standard',
      'n.yaml',
      'AC-1:\n  family: AC\n  name: Policy\n2.1:\n  family: Two\nname: NIST-800-53\n',
    ],
    [
      'a project file of OpenControl',
      'opencontrol.yaml',
      'schema_version: "1.0.0"\nname: T\nmetadata:\n  description: d\nstandards:\n  - ./n.yaml\n',
    ],
    [
      'a control file of ComplianceAsCode',
      'cis.yml',
      "policy: CIS\ntitle: 'CIS Benchmark'\nid: cis\nlevels:\n  - id: l1\ncontrols:\n  - id: '1.1'\n    rules: [x]\n",
    ],
    [
      'a resource of Kubernetes',
      'p.yaml',
      '---\napiVersion: compliance.openshift.io/v1alpha1\nkind: Profile\ntitle: CIS\n',
    ],
    [
      'a policy of Checkov',
      'c.yaml',
      'metadata:\n  id: "CKV2_1"\n  name: Encrypted\ndefinition:\n  cond_type: attribute\n',
    ],
    ['JSON-LD', 's.json', '{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@graph": []}'],
    ['JSON-LD', 's.jsonld', '[{"@context": "x", "@id": "y"}]'],
    ['a framework of 1EdTech CASE', 'm.json', '{\n  "CFDocument": {"title": "Maths"},\n  "CFItems": []\n}'],
    ['a STIX bundle', 'a.json', '{"type": "bundle", "id": "bundle--1", "objects": []}'],
    [
      'JSON Schema',
      's.json',
      '{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "T", "properties": {}}',
    ],
    [
      'a file of controls in JSON',
      'i.json',
      '{"name": "p", "title": "P", "version": "1", "controls": [{"id": "a"}]}',
    ],
    ['a file of controls in JSON', 'w.json', '{"principles": [{"id": "perceivable", "num": "1"}]}'],
    ['a list, without the title of a standard', 'l.json', '[{"id": "CC1.1", "name": "Integrity"}]'],
    ['Markdown', 'o.md', '# 1 Welcome'],
  ] as const)
    it(`is ${kind}: ${text.slice(0, 30)}`, () => equal(foreignStandard(name, text), kind));

  for (const text of [
    'title: S\nname: x\nstandards: y\nchildren: []\n',
    'policy: p\ncontrols: []\nchildren: []\ntitle: S\n',
    '{"title": "S", "controls": [], "children": []}',
    '{\n  "$schema": "standard.schema.json",\n  "title": "S",\n  "children": [{"id": "1", "text": "requirements"}]\n}',
    'titel: S\nchildren: []\n',
    'name: S\n',
    '- a\n',
  ])
    it(`is a standard file, or one with slips: ${text.slice(0, 30)}`, () =>
      equal(foreignStandard('s.yaml', text), undefined));

  for (const text of [smallText, '', 'catalog: none\ntitle: S', 'urn: a\nobjects:\n', '{"title": "catalog"}'])
    it(`is none: ${text.slice(0, 30)}`, () => equal(foreignStandard('s.yaml', text), undefined));

  it('is told in its first line, with the command that makes a standard file of it', () => {
    const index = indexOf({
      'portfolio.yaml': 'standard: standards/quiet.yaml\n',
      'standards/quiet.yaml': cisoLibrary,
      'a.md': '---\ntitle: A\nelements: ["1.10"]\n---\n\nText.\n',
    });
    deepEqual(
      index.findings(at('standards/quiet.yaml')).map(({ rule, message, span }) => [rule, message, span]),
      [
        [
          'standard-file',
          'This is a library of CISO Assistant, and not a standard file yet. Make a standard file of it with “evidence-portfolio standard import quiet.yaml --write”, and name that file in portfolio.yaml.',
          { start: 0, end: cisoLibrary.indexOf('\n') },
        ],
      ],
    );
  });

  for (const [name, text, wanted] of [
    [
      'ssp.json',
      '{"system-security-plan": {"metadata": {}}}',
      'not what they ask for. Import the standard that they come from',
    ],
    [
      'p.yaml',
      'profile:\n  metadata:\n    title: T\n',
      'standard import catalog.json --profile p.yaml --write',
    ],
    ['m.json', '{"mapping-collection": {"metadata": {}}}', 'Import the catalogues, each with'],
    [
      'ciso.yaml',
      'urn: urn:x\nobjects:\n  requirement_mapping_set:\n    source_framework_urn: y\n',
      'Import the library that has the framework',
    ],
    [
      'inspec.json',
      '{"name": "p", "controls": [{"id": "a"}]}',
      'as a table with the columns ID, title and text',
    ],
    ['LATO.yaml', 'name: L\nstandards:\n  N:\n    AC-2: {}\n', 'not what they ask for'],
    ['c.xml', '<catalog/>', 'If it is OSCAL: XML is not read. Publishers offer the same as JSON'],
  ] as const)
    it(`is told what to do where nothing can be made of it: ${name}`, () => {
      const index = indexOf({ 'portfolio.yaml': `standard: ${name}\n`, [name]: text });
      const [finding] = index.findings(at('portfolio.yaml'));
      const message = finding?.message ?? '';
      ok(message.includes(wanted), message);
      ok(!message.includes('file yet'), message);
    });

  it('is told where portfolio.yaml names it, too', () => {
    const index = indexOf({ 'portfolio.yaml': 'standard: quiet.yaml\n', 'quiet.yaml': cisoLibrary });
    deepEqual(
      index.findings(at('portfolio.yaml')).map(({ rule, message }) => `${rule}: ${message}`),
      [
        'manifest-value: quiet.yaml is a library of CISO Assistant, and not a standard file yet. Make a standard file of it with “evidence-portfolio standard import quiet.yaml --write”, and name that file in portfolio.yaml. Nothing can be checked without a standard.',
      ],
    );
  });

  it('is told by its name where that is enough', () => {
    const named = namedStandard('standards/controls.xlsx', {
      builtIn: new Map(),
      root: at(''),
      isReadable: () => true,
    });
    ok(
      named.kind === 'refused' && named.message.includes('standard import controls.xlsx --write'),
      JSON.stringify(named),
    );
  });

  for (const [name, text] of [
    ['remarks', '#\r\n'.repeat(20_000)],
    ['blanks', `${' '.repeat(100_000)}x`],
    ['brackets', '<a:'.repeat(30_000)],
    ['catalogues', '<catalog '.repeat(10_000)],
    ['a list', `title: [${'a   , '.repeat(5000)}"`],
  ] as const)
    it(`is looked at in no time where it is full of ${name}`, () => {
      const start = performance.now();
      foreignStandard('s.yaml', text);
      parseStandard('s.yaml', text);
      ok(performance.now() - start < 2000);
    });

  it('is read in no time, however long it is', () => {
    const text = `{"catalog":{"metadata":{},"groups":[${'{"a":[]},'.repeat(400_000)}{}]}}`;
    const start = performance.now();
    equal(parseStandard('c.json', text).problems.length, 1);
    ok(performance.now() - start < 500);
  });
});
