/** A small portfolio in a subfolder of a repository, and branches that each do one thing to it. */
import { hostileFiles } from './hostile';
import type { Edits } from './gitRepository';

const standard = `title: Service Standard
levels: [Criterion, Element]
ratings: [compliant, partial]
children:
  - id: '1'
    title: Customer insight
    children:
      - { id: '1.1', text: We know who our customers are., guidance: [A profile of the customers] }
      - { id: '1.2', text: We ask our customers what they think. }
  - id: '2'
    title: Delivery
    children:
      - { id: '2.1', text: We keep our promises. }
      - { id: '2.2', text: We put mistakes right. }
      - { id: '2.3', text: We welcome visitors. }
`;

const page = (title: string, elements: string, more = '', body = 'What we did and how it went.'): string =>
  `---\ntitle: ${title}\nelements: ${elements}\n${more}---\n\n${body}\n`;

const plan = (progress: string, more = ''): string =>
  `# Action plan

| Ref No. | Action | Responsibility | Target Completion Date | Progress | Comments |
| --- | --- | --- | --- | --- | --- |
| 2.2 | We put mistakes right. | Service Manager | 31 March 2027 | ${progress} | |
${more}`;

export const main: Readonly<Record<string, string>> = {
  'README.md': '# Anytown\n',
  'libraries/portfolio.yaml': `title: Anytown Libraries
standard: service.yaml
assessment:
  '1.1': { self: compliant }
`,
  'libraries/service.yaml': standard,
  'libraries/action-plan.md': plan('Not started'),
  'libraries/evidence/profile.md': page('Customer profile', "['1.1', '1.2']", 'ref: ES 1\n'),
  'libraries/evidence/survey.md': page('Survey 2026', "['1.1']", 'review-by: 2027-01-31\n'),
  'libraries/evidence/promises.md': page(
    'Our promises',
    "['2.1']",
    'review-by: 2027-02-27\n',
    'We promise answers in two days.\nWe kept to it in 96 of 100 cases.\nSee [the profile](profile.md).',
  ),
  'libraries/evidence/mistakes.md': page('Mistakes', "['2.2']", 'status: draft\n'),
};

export const branches: Readonly<Record<string, Edits>> = {
  add: {
    'libraries/evidence/welcome.md': page('Welcoming visitors', "['2.3', '2.9']"),
    'libraries/evidence/panel.md': page('Readers’ panel', "['1.2']", 'review-by: 2026-12-01\n'),
  },
  remove: { 'libraries/evidence/promises.md': undefined, 'libraries/evidence/survey.md': undefined },
  rename: {
    'libraries/evidence/promises.md': undefined,
    'libraries/evidence/delivery/keeping-promises.md': page(
      'Keeping our promises',
      "['2.1']",
      'review-by: 2027-02-27\n',
      'We promise answers in two days.\nWe kept to it in 96 of 100 cases.\nSee [the profile](../insight.md).',
    ),
    'libraries/evidence/profile.md': undefined,
    'libraries/evidence/insight.md': page('Customer profile', "['1.1', '1.2']", 'ref: ES 1\n'),
  },
  expire: {},
  edition: {
    'libraries/service.yaml': standard
      .replace('Service Standard', 'Service Standard, second edition')
      .replace('We put mistakes right.', 'We put mistakes right within a week.')
      .replace("      - { id: '2.1', text: We keep our promises. }\n", '')
      .concat("      - { id: '2.4', text: We are on time. }\n"),
  },
  prose: {
    'libraries/evidence/profile.md': page(
      'Customer profile',
      "['1.1', '1.2']",
      'ref: ES 1\n',
      'In other words.',
    ),
    'README.md': '# Anytown, with more words\n',
  },
  decide: {
    'libraries/portfolio.yaml': `title: Anytown Libraries
standard: service.yaml
assessment:
  '1.1': { self: compliant, assessor: compliant }
  '1.2': { self: compliant }
  '2.3': { applicable: false, reason: We have no premises }
`,
    'libraries/action-plan.md': plan(
      'In progress',
      '| 2.1 | We keep our promises. | Service Manager | April 2027 | | |\n',
    ),
    'libraries/evidence/survey.md': page('Survey 2026', "['1.2']", 'review-by: 2028-01-31\n'),
    'libraries/evidence/mistakes.md': page('Mistakes', "['2.2']", 'status: approved\n'),
  },
  hostile: {
    ...Object.fromEntries(
      Object.entries(hostileFiles)
        .filter(([path]) => path !== 'portfolio.yaml')
        .map(([path, text]) => [`libraries/evidence/${path}`, text]),
    ),
    'libraries/portfolio.yaml': `${hostileFiles['portfolio.yaml'] ?? ''}standard: service.yaml\n`,
    'libraries/evidence/promises.md': page(
      `'<img src=x onerror=alert(1)> ::error::x ##vso[task.complete]y @everyone | =1+1'`,
      '["2.1|<b>", "\\e[31m", "@everyone"]',
    ),
  },
};
