/** Two editions that say nothing of one another, and what publishers have to tell of them, each in its own format. */

export const security2013 = `title: Fictional Security 2013
edition: "2013"
children:
  - id: A.5
    title: Rules
    children:
      - { id: A.5.1.1, text: There are rules }
      - { id: A.5.1.2, text: Rules are looked at }
  - id: A.8
    title: Things
    children:
      - { id: A.8.1.1, text: Things are listed }
      - { id: A.8.1.2, text: Things have owners }
      - { id: A.8.3.1, text: Media are kept }
  - id: A.12
    title: Running
    children:
      - { id: A.12.4.1, text: Events are logged }
      - { id: A.12.4.2, text: Logs are safe }
      - { id: A.12.6.1, text: Weaknesses are known }
      - { id: A.12.9.9, text: Clocks are wound }
`;

export const security2022 = `title: Fictional Security 2022
edition: "2022"
children:
  - id: A.5
    title: Organisation
    children:
      - { id: A.5.1, text: Rules are there and are looked at }
      - { id: A.5.9, text: There is a list of things and of their owners }
  - id: A.7
    title: Places
    children:
      - { id: A.7.10, text: Media are kept from first to last }
  - id: A.8
    title: Technology
    children:
      - { id: A.8.8, text: Weaknesses are known and dealt with }
      - { id: A.8.15, text: Logs are made and are safe }
      - { id: A.8.16, text: What happens is watched }
`;

export const portfolioText = 'title: Anytown\nstandard: standards/2013.yaml # our certificate\n';

export interface Published {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const address = (edition: string, id: string): string =>
  `urn:example:risk:req_node:security-${edition}:${id.toLowerCase()}`;

/** Each pair with how the earlier one stands to the later one. */
export const pairs = [
  ['A.5.1.1', 'A.5.1', 'subset'],
  ['A.5.1.2', 'A.5.1', 'subset'],
  ['A.8.1.1', 'A.5.9', 'intersects'],
  ['A.8.3.1', 'A.7.10', 'equal'],
  ['A.12.4.1', 'A.8.15', 'superset'],
  ['A.12.4.1', 'A.8.16', 'superset'],
  ['A.12.6.1', 'A.8.8', 'equal'],
] as const;

const oscal = {
  'mapping-collection': {
    uuid: '11111111-2222-4333-8444-555555555555',
    metadata: {
      title: 'Security, old to new',
      version: '1',
      'oscal-version': '1.2.0',
      'last-modified': '2026-01-01T00:00:00Z',
    },
    mappings: [
      {
        uuid: '21111111-2222-4333-8444-555555555555',
        'source-resource': { type: 'catalog', href: 'security-2013.json' },
        'target-resource': { type: 'catalog', href: 'security-2022.json' },
        maps: pairs.map(([from, to, relation], at) => ({
          uuid: `31111111-2222-4333-8444-55555555555${at}`,
          relationship: {
            equal: 'equal-to',
            subset: 'subset-of',
            superset: 'superset-of',
            intersects: 'intersects-with',
          }[relation],
          sources: [{ type: 'control', 'id-ref': from.toLowerCase() }],
          targets: [{ type: 'control', 'id-ref': to.toLowerCase() }],
        })),
      },
    ],
  },
};

const ciso = `urn: urn:example:risk:library:mapping-security-2013-to-security-2022
locale: en
ref_id: mapping
name: Security, old to new
version: 1
objects:
  requirement_mapping_set:
    urn: urn:example:risk:req_mapping_set:mapping
    ref_id: mapping
    name: Security, old to new
    source_framework_urn: urn:example:risk:framework:security-2013
    target_framework_urn: urn:example:risk:framework:security-2022
    requirement_mappings:
${pairs
  .map(
    ([from, to, relation]) =>
      `    - source_requirement_urn: ${address('2013', from)}\n      target_requirement_urn: ${address('2022', to)}\n      relationship: ${{ equal: 'equal', subset: 'subset', superset: 'superset', intersects: 'intersect' }[relation]}\n`,
  )
  .join('')}`;

const turned = { equal: 'equal', subset: 'superset', superset: 'subset', intersects: 'intersects' } as const;

/** All of them say what `pairs` says. */
export const published: readonly Published[] = [
  { name: 'an OSCAL mapping, as JSON', file: 'm.json', text: JSON.stringify(oscal) },
  { name: 'a mapping set of CISO Assistant', file: 'm.yaml', text: ciso },
  {
    name: 'a table that says the relation',
    file: 'm.csv',
    text: `From,To,Relation\n${pairs.map((pair) => pair.join(',')).join('\n')}\n`,
  },
  {
    name: 'a mapping file of ours',
    file: 'm.yaml',
    text: `from: Fictional Security 2013\nto: Fictional Security 2022\npairs:\n${pairs.map(([from, to, relation]) => `  - { from: ${from}, to: ${to}, relation: ${relation} }\n`).join('')}`,
  },
  {
    name: 'a mapping file of ours that leads the other way',
    file: 'm.yaml',
    text: `from: { standard: Security, edition: "2022" }\nto: { standard: Security, edition: "2013" }\npairs:\n${pairs.map(([from, to, relation]) => `  - { from: ${to}, to: ${from}, relation: ${turned[relation]} }\n`).join('')}`,
  },
  {
    name: 'the same of standards that it calls something else altogether',
    file: 'm.yaml',
    text: `from: new\nto: old\npairs:\n${pairs.map(([from, to, relation]) => `  - { from: ${to}, to: ${from}, relation: ${turned[relation]} }\n`).join('')}`,
  },
];
