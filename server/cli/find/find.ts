/** `find`: elements by words, or by the words of a file. */
import { parseEvidence } from '../../core/evidence/evidence';
import { parseFrontMatter } from '../../core/frontMatter/frontMatter';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { TextWithTitle } from '../../core/search/elementsForText';
import { findForText } from '../../core/search/elementsForText';
import type { Found } from '../../core/search/findElements';
import { findElements } from '../../core/search/findElements';
import { fileName } from '../../core/text/uri';
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
  const { text } = outcome;
  const evidence = parseEvidence(uri, text);
  if (evidence) return { title: displayTitle(evidence), body: text.slice(evidence.bodyStart) };
  const frontMatter = parseFrontMatter(text);
  const body = frontMatter.kind === 'none' ? text : text.slice(frontMatter.span.end);
  const [, heading = ''] = /^#[ \t]+(.+)$/m.exec(body) ?? [];
  return { title: heading || fileName(uri).replace(/\.[^.]*$/, ''), body };
}
