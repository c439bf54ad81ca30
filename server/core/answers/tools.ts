/**
 * What assistants can ask, one description for each: the Model Context Protocol and the language model tools of VS Code
 * follow from it. Every tool reads, and none changes anything.
 */
import { severities } from '../text/span';
import { findElements, showElement } from './elements';
import { showEvidence } from './evidence';
import { listFindings } from './findings';
import type { Given, Inputs } from './input';
import { readInput } from './input';
import type { Answer, Asked } from './model';
import { isAnswer, refused } from './model';
import { listDue, showOverview, showStandard } from './overview';

export interface Tool {
  readonly name: string;
  /** For people, as on a button. */
  readonly title: string;
  /** For models: what it answers, and when to ask. */
  readonly description: string;
  readonly inputs: Inputs;
  readonly answer: (asked: Asked, given: Given) => Answer | Promise<Answer>;
}

const portfolio = {
  type: 'string',
  description: 'The title or folder of one portfolio, where there are several. Left out: all of them.',
} as const;
const from = {
  type: 'integer',
  description: 'How many entries to leave out at the beginning of a list, to go on where an answer ended.',
} as const;

export const tools: readonly Tool[] = [
  {
    name: 'show_overview',
    title: 'Overview of the Portfolios',
    description:
      'Which evidence portfolios there are: their standards, how many elements have evidence, the award, the day of the assessment. Ask this first.',
    inputs: { portfolio, from },
    answer: showOverview,
  },
  {
    name: 'find_elements',
    title: 'Find Elements',
    description:
      'Elements of the standard by any words, or those that a text may be evidence for, best first, each with what led there and whether the portfolio has evidence for it.',
    inputs: {
      words: {
        type: 'string',
        description: 'Words in any form, or the beginning of an ID, such as “hearing loop”.',
      },
      text: {
        type: 'string',
        most: 20_000,
        description: 'A text that may be evidence. Give this or words, and not both.',
      },
      portfolio,
      from,
    },
    answer: findElements,
  },
  {
    name: 'show_element',
    title: 'Show an Element',
    description:
      'All about an element of the standard: its words and guidance, its state, ratings, evidence (the strongest first), actions and findings, each with file and line.',
    inputs: {
      element: {
        type: 'string',
        isRequired: true,
        description: 'The ID of the element, as text, such as "3.2.4".',
      },
      portfolio,
      from,
    },
    answer: showElement,
  },
  {
    name: 'show_evidence',
    title: 'Show a Piece of Evidence',
    description:
      'A piece of evidence: its details, the elements that it names, its attachments, findings, and its own words from a line on.',
    inputs: {
      evidence: {
        type: 'string',
        isRequired: true,
        description: 'The path of its file as other answers give it, its ref, or its title.',
      },
      line: { type: 'integer', description: 'The line from which on its words are shown, from 1.' },
      portfolio,
    },
    answer: showEvidence,
  },
  {
    name: 'list_findings',
    title: 'List Findings',
    description:
      'What is wrong in the portfolios by their rules, the gravest first, with file, line and rule: the same as the Problems panel and “evidence-portfolio check”.',
    inputs: {
      severity: { type: 'string', enum: severities, description: 'Only findings that are so grave.' },
      rule: { type: 'string', description: 'Only findings of this rule, such as element-unknown.' },
      file: { type: 'string', description: 'Only findings of this file or folder, by its path.' },
      from,
    },
    answer: listFindings,
  },
  {
    name: 'list_due',
    title: 'List What Is Due',
    description:
      'Who has what to do by when: evidence to review, drafts to finish, open actions, elements without evidence; what is late first.',
    inputs: {
      person: { type: 'string', description: 'Only what this person or role has to do.' },
      days: {
        type: 'integer',
        most: 9999,
        description: 'How many days ahead to look. Left out: up to the assessment.',
      },
      portfolio,
      from,
    },
    answer: listDue,
  },
  {
    name: 'show_changes',
    title: 'Show What a Change Does',
    description:
      'What a change in git does to the portfolios: elements gained and lost, evidence, ratings, actions and findings, between two revisions or from one to the files as they are.',
    inputs: {
      base: {
        type: 'string',
        isRequired: true,
        description:
          'A revision of git, such as main, HEAD~3 or a tag; main... is where the branch left main.',
      },
      head: { type: 'string', description: 'The later revision. Left out: the files as they are now.' },
      from,
    },
    answer: ({ compare }, given) =>
      compare?.({
        base: given.text('base') ?? '',
        head: given.text('head'),
        from: given.number('from') ?? 0,
      }) ?? refused('Revisions cannot be compared here.'),
  },
  {
    name: 'show_standard',
    title: 'Show the Standard',
    description:
      'The standard of a portfolio: its parts and how each stands, or the words, guidance and elements of one part.',
    inputs: {
      part: {
        type: 'string',
        description:
          'The ID of a part or an element, as text, such as "3.2". Left out: an outline of the whole.',
      },
      portfolio,
      from,
    },
    answer: showStandard,
  },
];

/** Whatever is asked is answered; nothing throws because of what is typed or of what a file says. */
export async function ask(asked: Asked, name: string, typed: unknown): Promise<Answer> {
  const tool = tools.find((one) => one.name === name);
  if (!tool)
    return refused(`There is no tool “${name}”. There are ${tools.map((one) => one.name).join(', ')}.`);
  const given = readInput(tool.inputs, typed);
  return isAnswer(given) ? given : tool.answer(asked, given);
}
