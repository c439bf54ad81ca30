/** The page of the standard for a browser: what strangers have written in it does nothing. */
import { doesNotMatch, match } from 'node:assert/strict';
import { pageAsHtml } from '../../../../server/exchange/pack/standardHtml';

describe('The page of the standard, to print', () => {
  it('has one heading of the highest level, and those of the page below it', () => {
    const page = pageAsHtml('Ours & theirs', '# The standard\n\n## 1 Insight\n\n###### 1.1.1: missing\n');
    match(page, /<h1>Ours &#38; theirs<\/h1>/);
    match(page, /<h2[^>]*>The standard<\/h2>\n<h3[^>]*>1 Insight<\/h3>\n<h6[^>]*>1\.1\.1: missing<\/h6>/);
  });

  for (const [what, text] of [
    ['a script', '<script>alert(1)</script>'],
    ['an event', '<img src=x onerror="alert(1)">'],
    ['an address that acts', '[a](javascript:alert(1))'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a style', '<style>@import "https://example.org"</style>'],
  ] as const)
    it(`takes ${what} for nothing`, () => {
      const page = pageAsHtml('A', `# B\n\n${text}\n`);
      const body = page.slice(page.indexOf('<main>'));
      doesNotMatch(body, /<script|<[^>]*onerror|javascript:|<iframe|<style/i);
    });

  it('shows a title that looks like markup as it stands', () =>
    match(pageAsHtml('<b>A</b>', ''), /<title>&#60;b&#62;A&#60;\/b&#62;<\/title>/));

  it('has a browser load nothing', () =>
    match(
      pageAsHtml('A', '![a](https://example.org/a.png)'),
      /content="default-src 'none'; style-src 'unsafe-inline'"/,
    ));
});
