/** The page of the report: nothing in it acts. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { reportHtml } from '../../../../client/report/html';

const hostile = `</title><script>alert(1)</script>"'&`;

describe('The page of the report', () => {
  const page = reportHtml({
    nonce: 'abc',
    report: { title: hostile, content: '<p>Content</p>' },
    notes: [hostile],
    links: [
      { command: 'evidencePortfolio.reportSince', words: `Since ${hostile}` },
      { command: 'evidencePortfolio.whatIf', words: 'If', told: { root: hostile } },
    ],
  });
  it('takes no style but its own, no script, and nothing from anywhere', () => {
    match(page, /content="default-src 'none'; style-src 'nonce-abc'"/);
    deepEqual(page.match(/<style[^>]*>/g), ['<style nonce="abc">']);
    doesNotMatch(page, /<script|style="|onload|unsafe-inline|https?:/);
  });
  it('shows titles, notes and links as text', () => {
    equal(page.match(/&lt;script&gt;alert\(1\)/g)?.length, 4);
    match(page, /<a href="command:evidencePortfolio\.reportSince">Since &lt;/);
    match(page, /<p>Content<\/p>/);
  });
  it('tells commands what they are told, and nothing ends the link', () => {
    const [, told = ''] = /href="command:evidencePortfolio\.whatIf\?([^"]*)">If</.exec(page) ?? [];
    deepEqual(JSON.parse(decodeURIComponent(told)), [{ root: hostile }]);
  });
  it('says that it is being made', () =>
    match(
      reportHtml({ nonce: 'x', report: undefined, notes: [], links: [] }),
      /role="status">The page is being/,
    ));
});
