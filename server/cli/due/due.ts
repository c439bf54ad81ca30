/** `due`: reviews, drafts, actions and elements without evidence, by person or by month. */
import { dueIn } from '../../core/due/due';
import type { Due } from '../../core/due/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nearestWord } from '../../core/text/editDistance';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { complainOf, readFolder } from '../folder/portfolios';
import type { DueTold } from './command';
import { dueAsCalendar } from './outputs/calendar';
import { dueAsJson } from './outputs/json';
import { dueAsMarkdown } from './outputs/markdown';
import type { PortfolioDue, ShownDue } from './outputs/shown';
import { dueAsText } from './outputs/text';

const outputs: Readonly<Record<DueTold['format'], (shown: ShownDue) => string>> = {
  text: dueAsText,
  markdown: dueAsMarkdown,
  json: dueAsJson,
  ics: dueAsCalendar,
};

export async function due(
  { folder, today, days, person, by, format }: DueTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const report = await readFolder(folder, today, surroundings);
  const all = report.portfolios.map(({ portfolio }) => ({ portfolio, due: dueIn(portfolio, { days }) }));
  surroundings.write(
    outputs[format]({
      portfolios: person === undefined ? all : ofPerson(all, person),
      folder: report.folder,
      by,
      isTerminal: surroundings.isTerminal,
    }),
  );
  return complainOf(report, folder, surroundings) ? 0 : 2;
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** @throws RunError where nobody is called so */
function ofPerson(all: readonly PortfolioDue[], person: string): readonly PortfolioDue[] {
  const names = [...new Set(all.flatMap(({ due: { items } }) => items.flatMap(({ people }) => people)))];
  if (!names.some((name) => keyOf(name) === keyOf(person))) {
    const near = nearestWord(person, names);
    throw new RunError(
      `nobody called ${person} has anything to do.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    );
  }
  return all.map(({ portfolio, due: whole }): { portfolio: Portfolio; due: Due } => ({
    portfolio,
    due: {
      ...whole,
      items: whole.items
        .filter(({ people }) => people.some((name) => keyOf(name) === keyOf(person)))
        // The others who share it have lists of their own.
        .map((item) => ({ ...item, people: item.people.filter((name) => keyOf(name) === keyOf(person)) })),
    },
  }));
}
