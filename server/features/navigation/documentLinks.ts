/** Links on attachments and on IDs. Links in the text are the editor's own, as in any Markdown. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { attachmentTargets, leadsTo } from '../../core/portfolio/targets';
import type { Uri } from '../../core/text/span';
import { partOfFile } from '../../core/markdown/partOfFile';
import { namedIn } from '../../core/manifest/namedElements';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { shortWords } from '../../core/standard/standard';
import type { StandardLocations } from './definition';
import type { Mention } from '../text/mentions';
import { nodeNamed } from '../../core/standard/retired';
import { mentionsOf, planMentions } from '../text/mentions';
import { rangesIn } from '../text/range';
import { percentEncoded } from '../../words/addresses';

/** Empty where the file is neither evidence nor plan nor manifest. */
export function documentLinks(
  portfolio: Portfolio,
  uri: Uri,
  standardPlace: StandardLocations,
): DocumentLink[] {
  const { standard, manifest } = portfolio;
  const evidence = portfolio.evidence.get(uri);
  const plan = portfolio.plans.get(uri);
  const file = evidence ?? plan ?? (manifest?.uri === uri ? manifest : undefined);
  if (!file || !portfolio.isActive) return [];
  const range = rangesIn(file.text);
  // Where nothing stands, a click would only show an error.
  const attachments = (evidence ? attachmentTargets(evidence) : []).flatMap(
    (target): readonly DocumentLink[] => {
      const meant = leadsTo(target, portfolio.exists);
      if (!meant || portfolio.exists(meant.uri) === false) return [];
      const where = partOfFile(meant.tail);
      return [
        {
          range: range(target.span),
          target: meant.uri + fragmentOf(meant.tail),
          tooltip: where === '' ? 'Open the attachment' : `Open the attachment, ${where}`,
        },
      ];
    },
  );
  const mentions = evidence
    ? mentionsOf(standard, evidence)
    : plan
      ? planMentions(standard, plan)
      : manifestMentions(portfolio);
  const identifiers = mentions.flatMap(({ node, span }): readonly DocumentLink[] => {
    const place = standardPlace(node.id);
    if (!place) return [];
    const { line, character } = place.range.start;
    // Editors that know such a fragment go to the line, others to the file.
    const target = `${place.uri}#L${line + 1},${character + 1}`;
    return [{ range: range(span), target, tooltip: `Show “${shortWords(node)}” in the standard` }];
  });
  return [...attachments, ...identifiers];
}

/** A query says nothing to whoever opens a file. */
const fragmentOf = (tail: string): string =>
  (/#.*$/s.exec(tail)?.[0] ?? '').replace(/[^\w!#$&'()*+,./:;=?@~%-]/gu, percentEncoded);

const manifestMentions = ({ standard, manifest }: Portfolio): readonly Mention[] =>
  (manifest ? namedIn(manifest) : []).flatMap(({ id, span }) => {
    const node = nodeNamed(standard, id);
    return node ? [{ node, span }] : [];
  });
