/** `find`: elements by words, or by the words of a file. */
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { TextWithTitle } from '../../core/search/elementsForText';
import { findForText } from '../../core/search/elementsForText';
import type { Found } from '../../core/search/findElements';
import { findElements } from '../../core/search/findElements';
import { textWithTitle } from '../../core/evidence/textWithTitle';
import { nodeFileAccess, uriOfPath } from '../../host/disk/nodeFileAccess';
import { RunError, UsageError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { folderAbove } from '../folder/manifestAbove';
import { onePortfolio } from '../folder/onePortfolio';
import type { FindTold } from './command';
import { foundAsJson, foundAsText } from './outputs';

export async function findIn(told: FindTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { words, for: file, folder = '.', format } = told;
  const question = words.join(' ').trim();
  if (question !== '' && file !== undefined)
    throw new UsageError('find takes words, or a file with --for, and not both.');
  if (question === '' && file === undefined)
    throw new UsageError(
      'say what you look for, such as “find hearing loop”, or name a file: “find --for notes.md”.',
    );
  const read = file === undefined ? undefined : await textOf(file);
  const portfolio = await portfolioAt(folder, surroundings);
  const { standard } = portfolio;
  const idOf = (id: string): string => portfolio.standardOf(id).standard.id;
  const found: Found = read ? findForText(standard, read) : findElements(standard, question);
  surroundings.write(
    format === 'json' ? foundAsJson(idOf, found) : foundAsText(standard, found, surroundings.isTerminal),
  );
  return 0;
}

/** One asks from where one is: in a folder of a portfolio, its standard is meant. */
async function portfolioAt(folder: string, surroundings: Surroundings): Promise<Portfolio> {
  const place = folderAbove(folder) ?? folder;
  return (await onePortfolio({ folder: place, today: undefined }, surroundings)).portfolio;
}

/** A file's text without its front matter, and what it is called. @throws RunError */
async function textOf(file: string): Promise<TextWithTitle> {
  const uri = uriOfPath(file);
  const [outcome] = await nodeFileAccess.readMany([uri]);
  if (outcome?.kind !== 'text' || outcome.text.includes('\0'))
    throw new RunError(`${file} cannot be read as text. Give a file of Markdown or plain text.`);
  return textWithTitle(uri, outcome.text);
}
