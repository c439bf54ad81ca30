/** Any text gives a value: no parser throws, and every place it names lies inside the text. */
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseBody } from '../../../../server/core/markdown/body';
import { mayHaveHeading, mayHaveLink } from '../../../../server/core/markdown/mayHave';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { findFrontMatter, parseFrontMatter } from '../../../../server/core/frontMatter/frontMatter';
import { isAlmostClosing } from '../../../../server/core/frontMatter/fences';
import { linkTargets } from '../../../../server/core/portfolio/targets';
import { possibleLinkTargets } from '../../../../server/core/markdown/possibleLinks';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import type { Span } from '../../../../server/core/text/span';
import { parseStandard } from '../../../../server/core/standard/standardFile';
import type { YamlFault } from '../../../../server/core/yaml/tree';
import { parseYaml } from '../../../../server/core/yaml/tree';
import { evidenceFiles, fences, markdown, yaml } from '../../support/arbitraries';
import { runs as timesAsked } from '../../support/runs';

/** Every span in a value, however deep it stands. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return spansIn([...value.entries()]);
  const { start, end } = value as Partial<Span>;
  const below = Object.values(value).flatMap(spansIn);
  return start === undefined || end === undefined ? below : [{ start, end }, ...below];
}

function checkSpans(text: string, value: unknown): void {
  for (const { start, end } of spansIn(value)) {
    ok(0 <= start && start <= end && end <= text.length, `${start}-${end} is not in ${JSON.stringify(text)}`);
  }
}

/** Words of the parser and of YAML's specification that a policy writer has never met. */
const jargon =
  /\b(?:flow|implicit|scalar|node|token|alias|anchor|tag|map(?:ping)?|sequence|collection|directive|document|plain|props?|valid YAML:)\b|null|undefined|[A-Z]{2,}_/;

function checkFaults(text: string, faults: readonly YamlFault[]): void {
  for (const { span, message } of faults) {
    ok(span.end > span.start, `${message} has no width in ${JSON.stringify(text)}`);
    ok(!/[\r\n]/.test(text.slice(span.start, span.end)), `${message} is on several lines`);
    ok(!jargon.test(message), message);
  }
}

const runs = { numRuns: timesAsked(300) };
const uri = 'file:///anytown/evidence/a.md';
const remark = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** Where remark's front matter block is: micromark does not count a byte order mark. */
function blockOfRemark(text: string): Span | undefined {
  const root: Root = remark.parse(text);
  const [first] = root.children;
  if (first?.type !== 'yaml') return undefined;
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  return { start: first.position!.start.offset! + shift, end: first.position!.end.offset! + shift };
}

describe('Any text', () => {
  it('is front matter and YAML, or is not', () => {
    fc.assert(
      fc.property(fc.oneof(evidenceFiles, fences), (text) => {
        const frontMatter = parseFrontMatter(text);
        checkSpans(text, frontMatter);
        if (frontMatter.kind !== 'none') checkFaults(text, frontMatter.faults);
      }),
      runs,
    );
  });

  it('is YAML, more or less', () => {
    fc.assert(
      fc.property(yaml, (text) => {
        const tree = parseYaml(text);
        checkSpans(text, tree);
        checkFaults(text, tree.faults);
      }),
      runs,
    );
  });

  it('is an evidence file, or is not', () => {
    fc.assert(
      fc.property(evidenceFiles, (text) => {
        const evidence = parseEvidence(uri, text);
        checkSpans(text, evidence);
        if (evidence) checkSpans(text, evidence.body());
      }),
      runs,
    );
  });

  it('is a manifest, more or less', () => {
    fc.assert(
      fc.property(yaml, (text) => checkSpans(text, parseManifest('file:///portfolio.yaml', text))),
      runs,
    );
  });

  it('is a standard, more or less', () => {
    fc.assert(
      fc.property(yaml, (text) => checkSpans(text, parseStandard('x', text).problems)),
      runs,
    );
  });

  it('is Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => checkSpans(text, parseBody(text))),
      runs,
    );
  });
});

describe('The front matter block', () => {
  it('is where remark sees it, unless it goes on into the text for want of a fence', () => {
    fc.assert(
      fc.property(fences, (text) => {
        const found = findFrontMatter(text);
        const remark = blockOfRemark(text);
        if (!remark || found?.kind !== 'unclosed') {
          const isClosed = found?.kind === 'closed';
          const ours = isClosed ? { start: found.opening.start, end: found.end } : undefined;
          deepEqual(ours, remark);
          return;
        }
        // Such a block ends before that of remark, which holds an empty line, or one that was to be a fence.
        ok(found.end < remark.end);
        const lines = text
          .slice(found.content.start, remark.end)
          .split(/\r\n|\r|\n/)
          .slice(0, -1);
        ok(lines.some((line) => line.trim() === '' || isAlmostClosing(line)));
      }),
      { numRuns: timesAsked(500) },
    );
  });
});

describe('What is asked before the Markdown is parsed', () => {
  it('never overlooks a heading', () => {
    fc.assert(
      fc.property(markdown, (text) => parseBody(text).headings.length === 0 || mayHaveHeading(text, 0)),
      runs,
    );
  });

  it('never overlooks a link', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const evidence = parseEvidence(uri, `---\nelements: ["1.1"]\n---\n${body}`)!;
        const real = linkTargets(evidence, 'file:///').flatMap(({ readings }) =>
          readings.map(({ uri }) => uri),
        );
        const possible = possibleLinkTargets(evidence, 'file:///');
        const overlooked = possible && real.filter((target) => !possible.some(({ uri }) => uri === target));
        deepEqual(overlooked ?? [], []);
        ok(real.length === 0 || mayHaveLink(evidence.text, evidence.bodyStart));
      }),
      runs,
    );
  });
});
