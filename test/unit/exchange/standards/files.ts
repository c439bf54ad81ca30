/** Files in the shape of other programs' standards. What they say is invented. */

const label = (value: string, more: object = {}): object => ({ name: 'label', value, ...more });

/** An OSCAL catalogue: enhancements, items in items, parameters, withdrawn controls of every kind, related ones. */
export const oscalCatalogue = {
  catalog: {
    uuid: '6c6a4a3e-5d0f-4d36-9d9b-0d3c8f4a1c11',
    metadata: {
      title: 'Reading Room Controls *Revised*',
      version: '2.1',
      'oscal-version': '1.1.2',
      'last-modified': '2026-02-03T10:00:00Z',
      parties: [{ uuid: 'p-1', type: 'organization', name: 'Anytown Libraries' }],
      'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': ['p-1'] }],
    },
    groups: [
      {
        id: 'rr',
        class: 'family',
        title: 'Reading Room',
        parts: [{ name: 'overview', prose: 'Rooms in which people read.\n\nAnd those in which they write.' }],
        controls: [
          {
            id: 'rr-1',
            class: 'AL-1',
            title: 'Opening hours',
            params: [
              { id: 'rr-1_prm_1', label: 'a number of hours' },
              {
                id: 'rr-1_prm_2',
                select: {
                  'how-many': 'one-or-more',
                  choice: ['on the door', 'within {{ insert: param, rr-1_prm_1 }}'],
                },
              },
              { id: 'rr-1_prm_3', values: ['the head of the library'] },
              { id: 'rr-1_prm_4', select: { choice: ['{{ insert: param, rr-1_prm_4 }}', 'again'] } },
            ],
            props: [
              label('RR-01', { class: 'zero-padded' }),
              label('RR-1'),
              { name: 'sort-id', value: 'rr-01' },
            ],
            links: [
              { href: '#rr-2', rel: 'related' },
              { href: '#rr-1.1', rel: 'related' },
              { href: '#rr-9', rel: 'related' },
              { href: '#8f0c0a5e', rel: 'reference' },
            ],
            parts: [
              {
                id: 'rr-1_smt',
                name: 'statement',
                prose: 'The hours are shown {{ insert: param, rr-1_prm_2 }}, and:',
                parts: [
                  {
                    id: 'rr-1_smt.a',
                    name: 'item',
                    props: [label('a.')],
                    prose: 'approved by {{ insert: param, rr-1_prm_3 }};',
                    parts: [
                      { id: 'rr-1_smt.a.1', name: 'item', props: [label('1.')], prose: 'each **year**; and' },
                    ],
                  },
                  {
                    id: 'rr-1_smt.b',
                    name: 'item',
                    props: [label('b.')],
                    prose: 'kept [as promised](#rr-2) {{ insert: param, rr-1_prm_4 }}.',
                  },
                ],
              },
              { id: 'rr-1_gdn', name: 'guidance', prose: 'Hours change in summer.\n\nPeople plan ahead.' },
              { name: 'assessment-objective', prose: 'Determine if …' },
            ],
            controls: [
              {
                id: 'rr-1.1',
                title: 'Hours on the telephone',
                props: [label('RR-1(1)')],
                parts: [{ name: 'statement', prose: 'Who calls hears the hours.' }],
              },
              {
                id: 'rr-1.2',
                title: 'Hours by post',
                props: [label('RR-1(2)'), { name: 'status', value: 'withdrawn' }],
                links: [
                  { href: '#rr-1_smt.b', rel: 'incorporated-into' },
                  { href: '#rr-2', rel: 'incorporated-into' },
                ],
              },
            ],
          },
          {
            id: 'rr-2',
            title: 'Quiet: "please"',
            props: [label('RR-2')],
            parts: [{ name: 'statement', prose: 'There is quiet.' }],
          },
          {
            id: 'rr-9',
            title: 'Ink',
            props: [label('RR-9'), { name: 'status', value: 'withdrawn' }],
            links: [{ href: '#rr-1.2', rel: 'moved-to' }],
          },
          { id: 'rr-10', title: 'Candles', props: [label('RR-10'), { name: 'status', value: 'Withdrawn' }] },
          {
            id: 'rr-11',
            title: 'Shelves',
            props: [label('RR-11'), { name: 'status', value: 'withdrawn' }],
            links: [{ href: '#sh', rel: 'moved-to' }],
          },
        ],
      },
      {
        id: 'sh',
        title: 'Shelves',
        controls: [{ id: 'sh-1', title: 'Order', parts: [{ name: 'statement', prose: '1. By author.' }] }],
      },
      { title: 'Without an ID', controls: [{ id: 'x-1', title: 'Lamps', props: [label('Lamp 1/a')] }] },
    ],
  },
};

/** The same in YAML, as converters write it. */
export const oscalYaml = `---
catalog:
  uuid: 6c6a4a3e-5d0f-4d36-9d9b-0d3c8f4a1c11
  metadata:
    title: Small Catalogue
    version: 1.10
    oscal-version: 1.1.2
  groups:
    - id: s1
      title: Doors
      props:
        - name: label
          value: 1
      groups:
        - id: s1.1
          title: Locks
          props: [{ name: label, value: 1.10 }]
          parts:
            - name: objective
              prose: To keep out who should be out.
          controls:
            - id: s1.1.1
              title: Keys
              props: [{ name: label, value: 1.10.1 }]
              parts:
                - name: statement
                  prose: >-
                    Keys are counted.


                    Each evening.
                - name: guidance
                  parts:
                    - { name: item, prose: Count twice. }
                    - { name: item, prose: "In particular:\\n\\n1. front;\\n\\n1. back." }
`;

/** A library of CISO Assistant: groups without an ID, one ID twice, scores, groups of implementation, another language. */
export const cisoLibrary = `urn: urn:anytown:risk:library:quiet-2026
locale: en
ref_id: QUIET:2026
name: Quiet Library
description: A framework of invented requirements.
copyright: © Anytown. Free to use.
version: 3
provider: Anytown
packager: anytown
translations:
  fr: { name: Bibliothèque calme }
objects:
  framework:
    urn: urn:anytown:risk:framework:quiet-2026
    ref_id: QUIET:2026
    name: Quiet Library
    min_score: 1
    max_score: 2
    scores_definition:
      - { score: 1, name: Loud, description: null }
      - score: 2
        name: Quiet
        description: "Nobody\\n  hears anything."
        translations: { fr: { name: Calme } }
    implementation_groups_definition:
      - { ref_id: B, name: basic, description: null }
      - { ref_id: E, name: essential, translations: { fr: { name: essentiel } } }
    requirement_nodes:
      - { urn: "urn:anytown:risk:req_node:quiet:a", assessable: false, depth: 1, name: Rooms, translations: { fr: { name: Salles } } }
      - urn: urn:anytown:risk:req_node:quiet:a.1
        assessable: false
        depth: 2
        parent_urn: urn:anytown:risk:req_node:quiet:a
        ref_id: 1.10
        name: Walls
        translations: { fr: { name: Murs } }
      - urn: urn:anytown:risk:req_node:quiet:a.1.1
        assessable: true
        depth: 3
        parent_urn: urn:anytown:risk:req_node:quiet:a.1
        ref_id: 1.10
        description: Walls are thick.
        annotation: "•\\tThick is a foot.\\n•\\tOr more."
        typical_evidence: A drawing.
        implementation_groups: [B, E, X]
        questions: { q1: { type: text, text: How thick? } }
        translations: { fr: { description: Les murs sont épais. } }
      - urn: urn:anytown:risk:req_node:quiet:node7
        assessable: true
        depth: 3
        parent_urn: urn:anytown:risk:req_node:quiet:a.1
        description: Doors close by themselves.
        threats: [fire]
      - urn: urn:anytown:risk:req_node:quiet:b
        assessable: true
        depth: 1
        ref_id: "2 a/b"
        name: 'Signs "Quiet"'
      - urn: urn:anytown:risk:req_node:quiet:b.1
        assessable: true
        depth: 2
        parent_urn: urn:anytown:risk:req_node:quiet:b
        ref_id: 2 a/b.1
        name: In two languages
  reference_controls: [{ ref_id: c, name: d }]
`;

export const outline = `---
title: not this one
---
# Friendly Library

Words before everything.

## 1 Welcome

This chapter is about
arriving.

### 1.1 Doors

- **1.1.1** Doors are open: wide.
  They stay open.
  - Look at the hinges.
  - 1.1.1.1 Deep inside
    - 1.1.1.1.1 Deeper
- \`Art. 5\` Keys are kept.
- [A/b "c" 9] is no ID

### Signs

1.2.1 Not a part: a paragraph
-------

- 1.2.2: Signs are *read*.

\`\`\`
- 9.9.9 code is none
\`\`\`

## Leaf without anything
`;

export const controlsCsv = [
  'Control Identifier,Control (or Control Enhancement) Name,Control Text,Discussion,Related Controls,LOW,HIGH',
  'AC-1,Policy,"a. Write it.\nb. Keep it.",It helps.,"AC-2, PM-9.",x,x',
  'AC-2,Accounts,Accounts are managed.,,,x,x',
  'AC-2(1),Accounts | Automated,By programs.,,,,x',
  'AC-2(10),Accounts | Old,[Withdrawn: Incorporated into AC-2k.],,,,',
  'AC-3,Old,"[Withdrawn: Moved to AC-1, AC-2(1).]",,,,',
  'AC-4,Gone,[Withdrawn.],,,,',
].join('\r\n');

export const functionsCsv = [
  'Function,Category,Subcategory,Implementation Examples',
  'GOVERN (GV): The way we decide is known and watched over by us.,,,',
  ',Surroundings (GV.OC): What is around us is understood by us.,GV.OC-01: The mission is known,"Ex1: Ask.\nEx2: Tell."',
  ',,GV.OC-02: Others are known,',
  'IDENTIFY (ID): What we have is known to us and written down.,Things (ID.AM): Things are counted and written down.,ID.AM-1: Books are counted,',
].join('\n');

/** As many parts as the largest public standards have, six levels deep. */
export function largeCatalogue(controls = 1200): object {
  const groups = Array.from({ length: 20 }, (_, group) => ({
    id: `g${group}`,
    title: `Group ${group}`,
    controls: Array.from({ length: controls / 40 }, (__, at) => ({
      id: `g${group}-${at + 1}`,
      title: `Control ${at + 1} of group ${group}`,
      props: [label(`G${group}-${at + 1}`)],
      params: Array.from({ length: 4 }, (___, number) => ({
        id: `g${group}-${at + 1}_prm_${number}`,
        label: `a period of days ${number}`,
      })),
      links: Array.from({ length: 8 }, (___, number) => ({
        href: `#g${(group + number) % 20}-1`,
        rel: 'related',
      })),
      parts: [
        {
          id: `g${group}-${at + 1}_smt`,
          name: 'statement',
          parts: ['a.', 'b.', 'c.', 'd.'].map((mark, number) => ({
            name: 'item',
            props: [label(mark)],
            prose: `Do what is to be done within {{ insert: param, g${group}-${at + 1}_prm_${number} }} and write down who did it, when and why.`,
          })),
        },
        { name: 'guidance', prose: 'What is done is seen by others, and they may ask about it. '.repeat(12) },
        ...Array.from({ length: 20 }, () => ({
          name: 'assessment-objective',
          prose: 'Determine whether what is to be done is done. '.repeat(4),
        })),
      ],
      controls: [
        {
          id: `g${group}-${at + 1}.1`,
          title: 'More of it',
          props: [label(`G${group}-${at + 1}(1)`)],
          parts: [{ name: 'statement', prose: 'It is done more often.' }],
        },
      ],
    })),
  }));
  return { catalog: { uuid: 'u', metadata: { title: 'Large', version: '1' }, groups } };
}
