/** A page for each piece of evidence; and one for the attachments that are not there. */
import type { Page } from './page';
import { link, table } from './page';
import { evidenceFacts, evidenceName, textHtml } from './pieces';
import type { Site } from './site';
import { lackingPath } from './site';
import { html } from './text';

export function* evidencePages(site: Site): Generator<Page> {
  for (const one of site.contents.evidence) {
    const { path } = one;
    const main = [
      `<h1>${html(evidenceName(one))}</h1>`,
      evidenceFacts(one, path, site),
      textHtml(one, path, 2, site),
    ];
    yield { path, title: evidenceName(one), main };
  }
}

/** Undefined where all are there. */
export function lackingPage({ contents }: Site): Page | undefined {
  const { lacking } = contents;
  if (lacking.length === 0) return undefined;
  const rows = lacking.map(({ evidence, words, why }) => [
    html(words),
    link(evidence.path, evidenceName(evidence)),
    html(why),
  ]);
  const main = [
    '<h1>Not in this pack</h1>',
    '<p>These attachments are named by evidence, and are not here.</p>',
    table('Attachments that are not here', ['Attachment', 'Named by', 'Why'], [{ rows }]),
  ];
  return { path: lackingPath, title: 'Not in this pack', main };
}
