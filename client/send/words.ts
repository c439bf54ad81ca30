/** What is said when a version has been saved, sent or got, or has not: in no word of git's. Knows no VS Code. */
import { count, listOf } from '../../server/words/counts';
import type { Trouble } from '../git/troubles';
import type { ChangedFile } from './changedFiles';
import type { Got } from './getWork';
import type { Outcome, Step, Wish } from './send';

/** What can be done next; the words are on a button. */
export type Next =
  | 'Open the Page for Review'
  | 'Open the First File'
  | 'Get the Others’ Work'
  | 'Save a Version'
  | 'Send for Review'
  | 'Send as a New Copy'
  | 'Copy Its Name'
  | 'Leave Theirs Out for Now'
  | 'Open Source Control'
  | 'Try Again';

export interface Said {
  readonly isWarning: boolean;
  readonly text: string;
  readonly next: readonly Next[];
}

const said = (text: string, ...next: readonly Next[]): Said => ({ isWarning: false, text, next });
const warned = (text: string, ...next: readonly Next[]): Said => ({ isWarning: true, text, next });

const moving =
  'VS Code is in the middle of moving versions about in this folder. Whoever began that has to end it first, in the view Source Control.';
export const howToShare =
  'This folder is not joined to a shared place, such as GitHub or a server of yours, so there is nowhere to send it. “Publish” in the view Source Control joins it to one; or ask whoever set the folder up.';

/** Undefined where the user has left, and knows. */
export function outcomeInWords(outcome: Outcome): Said | undefined {
  switch (outcome.kind) {
    case 'left':
      return undefined;
    case 'moving':
      return warned(moving, 'Open Source Control');
    case 'unsettled':
      return unsettledInWords(outcome.files.map(nameOf));
    case 'nothing':
      return outcome.page === undefined
        ? said(nothingNew[outcome.wish])
        : said('Nothing has changed since this was sent for review.', 'Open the Page for Review');
    case 'nowhere':
      return outcome.hasSaved
        ? said(`The version is saved on this computer. ${howToShare}`, 'Open Source Control')
        : said(`${howToShare} Until then you can save versions on this computer.`, 'Save a Version');
    case 'saved':
      return said(
        `A version with ${count(outcome.files, 'changed file')} is saved on this computer. Nobody else has it yet.`,
        'Send for Review',
      );
    case 'sent':
      return sentInWords(outcome);
    case 'stopped':
      return stoppedInWords(outcome.step, outcome.hasSaved, outcome.trouble);
  }
}

const nothingNew: Readonly<Record<Wish, string>> = {
  save: 'Nothing has changed in the portfolio since the last version.',
  review: 'There is nothing to send: the shared place has all that has changed in the portfolio.',
};

function sentInWords({ branch, page, base }: Extract<Outcome, { readonly kind: 'sent' }>): Said {
  if (base === undefined)
    return said(
      `The portfolio is at the shared place now, as “${branch}”. There is nothing yet to review it against.`,
    );
  const sent = `Your changes are at the shared place now, as the copy “${branch}”; what everybody uses, “${base}”, stays as it is until they are taken in.`;
  return page === undefined
    ? said(`${sent} Ask for their review there, or tell a colleague the name of the copy.`, 'Copy Its Name')
    : said(`${sent} The next step is on the page for review.`, 'Open the Page for Review');
}

const done: Readonly<Record<Step, string>> = {
  'begin a copy': 'No copy for review could be begun',
  'save the version': 'The version could not be saved',
  'send it': 'It could not be sent',
};

const nextOf: Readonly<Partial<Record<Trouble['kind'], Next>>> = {
  newer: 'Get the Others’ Work',
  protected: 'Send as a New Copy',
};

function stoppedInWords(step: Step, hasSaved: boolean, trouble: Trouble): Said {
  const kept = hasSaved
    ? 'Your version is saved on this computer, and sending goes on from there.'
    : 'Your files are as you left them; nothing is lost.';
  const why = `${done[step]}: ${troubleInWords(trouble)} ${kept}`;
  return warned(why, nextOf[trouble.kind] ?? 'Try Again');
}

export function gotInWords(got: Got): Said | undefined {
  switch (got.kind) {
    case 'left':
      return undefined;
    case 'moving':
      return warned(moving, 'Open Source Control');
    case 'nowhere':
      return said(howToShare, 'Open Source Control');
    case 'older':
      return warned(
        'You are looking at an older version, into which nothing new can come. Choose a copy in the view Source Control or at the left of the status bar; or “Save a Version” makes one of what you see.',
        'Save a Version',
      );
    case 'unsettled':
      return got.files.length === 0
        ? said(
            'What you got before is settled, and waits to be saved as a version. Save it, and then get what is new.',
            'Save a Version',
          )
        : unsettledInWords(got.files.map(nameOf));
    case 'conflict':
      return unsettledInWords(got.files.map(nameOf));
    case 'got':
      return bringsInWords(got);
    case 'stopped':
      return warned(
        `${got.step === 'ask' ? 'The others’ work could not be had' : 'The others’ work could not be brought in'}: ${troubleInWords(got.trouble)} ${got.isBegun ? 'A part of it is here already; what you have changed is as you left it, and nothing is lost.' : 'Your files are as you left them; nothing is lost.'}`,
        ...(got.trouble.kind === 'overwritten' ? (['Save a Version'] as const) : (['Try Again'] as const)),
      );
  }
}

function bringsInWords({ files, back }: Extract<Got, { readonly kind: 'got' }>): Said {
  const what =
    files.length === 0
      ? 'You have all that the others have done.'
      : `The others’ work is here: ${namesInWords(files.map(nameOf))} ${files.length === 1 ? 'is' : 'are'} new or changed.`;
  return said(
    back === undefined
      ? what
      : `Your copy has been taken in, and you see “${back}” again, which everybody uses. ${what}`,
    ...(files.length === 0 ? [] : (['Open the First File'] as const)),
  );
}

/** @param trouble why it could not be done */
export const leftOutInWords = (trouble: Trouble | undefined): Said =>
  trouble === undefined
    ? said(
        'Your files are as they were before the others’ work was brought in. It stays at the shared place until you get it again.',
      )
    : warned(`The others’ work could not be left out: ${troubleInWords(trouble)} Nothing is lost.`);

const unsettledInWords = (names: readonly string[]): Said =>
  warned(
    `You and somebody else have changed the same places in ${namesInWords(names)}. Open ${names.length === 1 ? 'it' : 'each'}: between the lines <<<<<<< and >>>>>>> stand your words and then theirs. Keep what is right, take those lines out, and save a version.`,
    'Open the First File',
    'Leave Theirs Out for Now',
  );

function troubleInWords({ kind, said: line }: Trouble): string {
  switch (kind) {
    case 'person':
      return 'nobody has said who makes it.';
    case 'offline':
      return 'the shared place cannot be reached. Is this computer online?';
    case 'refused':
      return 'the shared place does not let you in. Sign in to it again (the icon of a person at the left), or ask whoever looks after it.';
    case 'protected':
      return `the shared place takes no changes in this way (“${line}”).`;
    case 'newer':
      return 'somebody else has sent something to the same copy that you do not have yet.';
    case 'locked':
      return 'another program is at work in this folder. Wait a moment.';
    case 'overwritten':
      return 'files that you have changed and not saved as a version would be written over.';
    case 'conflict':
      return 'you and somebody else have changed the same places.';
    case 'other':
      return `the answer was “${line}”.`;
  }
}

const maximumOfNames = 3;

/** `a.md, b.md and 2 other files`. */
export const namesInWords = (names: readonly string[]): string =>
  listOf(
    names.length > maximumOfNames + 1
      ? [...names.slice(0, maximumOfNames), count(names.length - maximumOfNames, 'other file')]
      : names,
  );

/** What a message says where the portfolio says nothing else: another attachment, say. */
export function plainSentence(files: readonly Pick<ChangedFile, 'uri' | 'change'>[]): string {
  const names = namesInWords(files.map(({ uri }) => nameOf(uri)));
  const [first] = files;
  if (first === undefined) return 'Bring in the others’ work';
  const verbs = { new: 'Add', changed: 'Change', removed: 'Remove', moved: 'Move' } as const;
  return `${files.every(({ change }) => change === first.change) ? verbs[first.change] : 'Change'} ${names}`;
}

const nameOf = ({ path }: { readonly path: string }): string => path.slice(path.lastIndexOf('/') + 1);
