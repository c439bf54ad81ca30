/** `due`: reviews, drafts, actions and elements without evidence, by person or by month. */
import { personKey } from '../../core/due/people';
import { dueIn } from '../../core/due/due';
import type { Due } from '../../core/due/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nearestWord } from '../../core/text/editDistance';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { terminal } from '../output/terminal';
import { readFolder } from '../folder/portfolios';
import { complainOf } from '../folder/complain';
import type { DueTold } from './command';
import { dueAsCalendar } from '../../exchange/due/calendar';
import { dueAsJson } from './json';
import { dueAsMarkdown } from '../../exchange/due/markdown';
import type { PortfolioDue, ShownDue } from '../../exchange/due/shown';
import { dueAsText } from '../../exchange/due/text';

const outputsFor = (
  isTerminal: boolean,
): Readonly<Record<DueTold['format'], (shown: ShownDue) => string>> => ({
  text: (shown) => dueAsText(shown, terminal(isTerminal)),
  markdown: dueAsMarkdown,
  json: dueAsJson,
  ics: dueAsCalendar,
});

export async function due(
  { folder, today, days, person, by, format }: DueTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const report = await readFolder(folder, today, surroundings);
  const all = report.portfolios.map(({ portfolio }) => ({ portfolio, due: dueIn(portfolio, { days }) }));
  surroundings.write(
    outputsFor(surroundings.isTerminal)[format]({
      portfolios: person === undefined ? all : ofPerson(all, person),
      folder: report.folder,
      by,
    }),
  );
  return complainOf(report, folder, surroundings) ? 0 : 2;
}

/** Those with all the words of a name that is not whole, such as a family name; else the one that differs least. */
function namesLike(person: string, names: readonly string[]): readonly string[] {
  const wordsIn = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = wordsIn(person);
  const fuller = names.filter(
    (name) => words.length > 0 && words.every((word) => wordsIn(name).includes(word)),
  );
  if (fuller.length > 0) return fuller.slice(0, mostNames);
  const near = nearestWord(person, names);
  return near === undefined ? [] : [near];
}

const mostNames = 5;

const choiceOf = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' or ');

/** @throws RunError where nobody is called so */
function ofPerson(all: readonly PortfolioDue[], person: string): readonly PortfolioDue[] {
  const names = [...new Set(all.flatMap(({ due: { items } }) => items.flatMap(({ people }) => people)))];
  if (!names.some((name) => personKey(name) === personKey(person))) {
    const near = namesLike(person, names);
    throw new RunError(
      `nobody called ${person} has anything to do.${near.length === 0 ? '' : ` Did you mean ${choiceOf(near)}?`}`,
    );
  }
  return all.map(({ portfolio, due: whole }): { portfolio: Portfolio; due: Due } => ({
    portfolio,
    due: {
      ...whole,
      items: whole.items
        .filter(({ people }) => people.some((name) => personKey(name) === personKey(person)))
        // The others who share it have lists of their own.
        .map((item) => ({
          ...item,
          people: item.people.filter((name) => personKey(name) === personKey(person)),
        })),
    },
  }));
}
