/** A first draft of an evidence file for an element: where it goes, and what it says. */
import type { Uri } from '../core/model';
import type { Portfolio } from '../core/portfolio';
import type { StandardNode } from '../core/standard';
import { shortWords } from '../core/standard';
import { joinPath, parentUri } from '../core/uri';
import { asYaml } from './completion';

export interface EvidenceDraft {
  readonly uri: Uri;
  readonly text: string;
}

/** Null where the standard has no such element. Nothing is written. */
export function draftEvidence(portfolio: Portfolio, element: string): EvidenceDraft | null {
  const node = portfolio.standard.nodes.get(element);
  if (!node?.assessable) return null;
  const title = `Evidence for ${element}`;
  return {
    uri: freePlace(portfolio, folderFor(portfolio, node), `evidence-for-${slug(element)}`),
    text: draftText(portfolio, node, title),
  };
}

/** A place where no file is known to stand: with a number where one does. */
function freePlace({ evidence, exists }: Portfolio, folder: Uri, stem: string): Uri {
  for (let number = 1; ; number++) {
    const uri = joinPath(folder, `${stem}${number === 1 ? '' : `-${number}`}.md`);
    if (!evidence.has(uri) && exists(uri) !== true) return uri;
  }
}

/** The folder that holds most of the evidence for the element's nearest relatives. */
function folderFor(portfolio: Portfolio, node: StandardNode): Uri {
  for (const group of [...node.ancestors].reverse()) {
    const folders = new Map<Uri, number>();
    for (const element of portfolio.standard.elements) {
      if (!element.ancestors.includes(group)) continue;
      for (const { uri } of portfolio.evidenceFor(element.id))
        folders.set(parentUri(uri), (folders.get(parentUri(uri)) ?? 0) + 1);
    }
    const [best] = [...folders].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    if (best) return best[0];
  }
  return joinPath(portfolio.root, 'evidence');
}

const draftText = (portfolio: Portfolio, node: StandardNode, title: string): string =>
  [
    '---',
    `title: ${asYaml(title)}`,
    'elements:',
    `  - ${asYaml(node.id)}`,
    'status: draft',
    `date: ${portfolio.today}`,
    '---',
    '',
    `# ${title}`,
    '',
    `<!-- ${shortWords(node, 400).replaceAll('--', '–')} -->`,
    '',
    '## What we do',
    '',
    '## How we know',
    '',
    '## Results',
    '',
  ].join('\n');

const slug = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
