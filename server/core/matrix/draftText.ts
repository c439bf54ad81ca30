/** A file of evidence made of an item of a matrix. */
import type { Uri } from '../text/span';
import { joinPath, parentUri, relativePath } from '../text/uri';
import { oneLine } from '../../words/oneLine';
import { yamlPath, yamlScalar } from '../../words/yamlScalar';
import type { MatrixItem } from './items';
import { paragraphsOf, plainly } from './notes';
import { blockLines } from '../evidence/blockLines';
import type { KeyNames, FrontMatterKey } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';

type Written = readonly (readonly [FrontMatterKey, string | readonly string[]])[];

/**
 * @param uri where the file goes: paths of attachments start there
 * @param root the portfolio's folder
 * @param names what the portfolio calls our keys
 */
export function itemText(item: MatrixItem, uri: Uri, root: Uri, names: KeyNames = ourNames): string {
  const line = (key: FrontMatterKey, value: string | undefined): Written =>
    value === undefined || value === '' ? [] : [[key, yamlScalar(value)]];
  const list = (key: FrontMatterKey, values: readonly string[], write = yamlScalar): Written =>
    values.length === 0 ? [] : [[key, values.map((value) => write(value))]];
  const { title, notes } = item;
  const written = [
    ...line('title', title),
    ...list('elements', item.elements),
    ...list('strongest', item.strongest),
    ...line('ref', item.ref),
    ...line('kind', item.kind),
    ...line('owner', item.owner),
    // What nobody has said to be approved is yet to be looked at.
    ...line('status', item.status ?? 'draft'),
    ...line('date', item.date),
    ...line('review-by', item.reviewBy),
    ...list(
      'attachments',
      item.attachments.map((place) => pathFrom(uri, root, place)),
      yamlPath,
    ),
  ];
  return [
    '---',
    ...blockLines(names, written),
    '---',
    '',
    `# ${plainly(oneLine(title))}`,
    '',
    ...(notes.length === 0 ? [] : [paragraphsOf(notes)]),
  ].join('\n');
}

/** An attachment as the front matter has it: a path that starts from the file's folder, or an address as it is. */
export function pathFrom(uri: Uri, root: Uri, place: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\\\\)/i.test(place)) return place;
  const [, path = place, tail = ''] = /^(.*?)(#(?:page=|nameddest=|[^/#]*!).*)?$/s.exec(place) ?? [];
  return relativePath(parentUri(uri), joinPath(root, path)) + tail;
}
