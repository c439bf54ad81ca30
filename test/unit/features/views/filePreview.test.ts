import { deepEqual } from 'node:assert/strict';
import { filePreview, type FilePreview } from '../../../../server/features/views/filePreview';
import { at, indexOf } from '../../support/portfolioFiles';

/** What is told of `a.md`, on 15 June 2026. */
function previewOf(text: string): FilePreview {
  const index = indexOf({ 'portfolio.yaml': '', 'a.md': text });
  const uri = at('a.md');
  const portfolio = index.portfolioAt(uri)!;
  return filePreview(portfolio, portfolio.evidence.get(uri)!, index.findings(uri));
}

describe('An evidence file for a rendered page', () => {
  it('has its details in words, what is wrong among them, and not what is missing', () => {
    const { title, details } = previewOf(
      '---\ntitle: Survey\nelements: [3.2.4]\nowner: Jo\nstatus: in-review\ndate: then\nreview-by: 2026-07-01\n---\n\nText.\n',
    );
    deepEqual(title, 'Survey');
    deepEqual(
      details.map(({ label, words, isWrong }) => [label, words.slice(0, 38), isWrong]),
      [
        ['Owner', 'Jo', false],
        ['Status', 'in review: Written, and waiting for ap', false],
        ['Date', '“then” cannot be right: write a date a', true],
        ['Review by', 'due in 16 days: Wednesday 1 July 2026', false],
      ],
    );
  });

  it('has its elements with the words of the standard, and what is no element', () => {
    const { elements } = previewOf('---\nelements: [3.2.4, 9.9.9]\n---\n\n# T\n\nText.\n');
    deepEqual(
      elements.map(({ id, text, state }) => [id, text.slice(0, 30), state]),
      [
        ['3.2.4', 'We can demonstrate that inform', 'evidenced'],
        ['9.9.9', '', 'not an element of the standard'],
      ],
    );
  });

  it('has its findings with their lines', () => {
    const { findings } = previewOf('---\nelements: [3.2.4, 9.9.9]\n---\n\n# T\n\nText.\n');
    deepEqual(
      findings.map(({ severity, line, message }) => [severity, line, message.slice(0, 23)]),
      [['error', 2, '9.9.9 is not an element']],
    );
  });

  it('has each ID that the body names once, and nothing that may be a number', () => {
    const { mentions } = previewOf(
      '---\nelements: [3.2.4]\n---\n\n# T\n\nSee 1.1.1, 1.1.1 and 3.2.4; version 7.7.7, 1.1 of 5.\n',
    );
    deepEqual(
      mentions.map(({ written, words }) => [written, words.startsWith(`${written} `)]),
      [
        ['1.1.1', true],
        ['3.2.4', true],
      ],
    );
  });
});
