/** What is written as a path or an address, and what it is. */
import { deepEqual, equal } from 'node:assert/strict';
import { partOfFile } from '../../../../server/core/markdown/partOfFile';
import { attachmentReadings, parseReference } from '../../../../server/core/markdown/reference';

/** What only the writer’s own computer or network can open, in a link and among attachments. */
const own: readonly string[] = [
  'H:\\x.pdf', 'h:\\x.pdf', 'C:/Users/anna/x.pdf', 'C:x.pdf', 'C:', 'a:b.md', '\\\\server\\share\\x', '\\\\server.example.org\\share\\x', '\\\\?\\C:\\x',
  '\\x.pdf', '//server/share', '//server/share/x.pdf', '//server', '//nas.local/x', 'file:///C:/x.pdf', 'file:///home/a/x.pdf', 'FILE:x', 'file://server/x',
  '~/x.pdf', '~\\x.pdf', '%USERPROFILE%\\x', '%OneDrive%/x.pdf', '%APPDATA%', '%ProgramFiles(x86)%\\x', '$HOME/x.pdf', '${HOME}/x.pdf',
  '$env:USERPROFILE\\x.pdf', 'smb://server/x', 'cifs://server/x', 'afp://mac/x', 'nfs://server/x', 'blob:https://e.org/1', 'outlook:0001', 'content://x',
  'vscode://file/c:/x', 'http://localhost/x', 'http://localhost:8080/x.pdf', 'https://localhost', '//localhost/x', 'http://127.0.0.1:4000/', 'http://[::1]/x',
  'http://0.0.0.0:4000/x', 'http://anna@localhost/x', ' H:\\x.pdf ',
]; // prettier-ignore

/** Addresses of the web, and of what else is no file. */
const elsewhere: readonly string[] = [
  'https://e.org', 'http://e.org/x#y', 'HTTP://E.ORG', 'mailto:a@b.c', 'tel:+441234', 'ftp://e.org/x', '//e.org/a', '//cdn.example.org/x.js', 'doi:10.1/x',
  'http://localhost.example.org/', 'https://127.example.org', 'https://intranet/x', 'ms-word:ofe|u|https://e.org/x.docx', 'data:text/plain,x', 'urn:isbn:1',
]; // prettier-ignore

/** What a program fills in. */
const templates: readonly string[] = [
  '{{ site.url }}/a', '{{site.url}}', '../{{ x }}.md', '{%link a.md%}', '{% post_url 2026-01-01-a %}', '{{<ref "a.md">}}', '<%=x%>', '${x}/a.md', '{path}/x.md',
]; // prettier-ignore

describe('A reference', () => {
  for (const [kind, all] of [
    ['own', own],
    ['elsewhere', elsewhere],
    ['template', templates],
  ] as const)
    // prettier-ignore
    for (const destination of all)
      it(`${JSON.stringify(destination)} is ${kind}`, () => {
        deepEqual(parseReference(destination), { kind });
        deepEqual(attachmentReadings(destination), [{ kind }]);
      });

  for (const [destination, ...expected] of [
    ['a.md', 'path', 'a.md', ''],
    [' a.md ', 'path', 'a.md', ''],
    ['../a.md#top', 'path', '../a.md', '#top'],
    ['a.md?x=1#top', 'path', 'a.md', '?x=1#top'],
    ['a.pdf#page=4', 'path', 'a.pdf', '#page=4'],
    ['a%20b.md', 'path', 'a b.md', ''],
    ['a%.md', 'path', 'a%.md', ''],
    ['100%.pdf', 'path', '100%.pdf', ''],
    ['%E0%A4%A', 'path', '%E0%A4%A', ''],
    ['%C3%A9.md', 'path', 'é.md', ''],
    ['a%2Fb.md', 'path', 'a/b.md', ''],
    ['100%25.md', 'path', '100%.md', ''],
    ['./a:b.md', 'path', './a:b.md', ''],
    ['Minutes: March.pdf', 'path', 'Minutes: March.pdf', ''],
    ['~$report.docx', 'path', '~$report.docx', ''],
    ['~old/a.md', 'path', '~old/a.md', ''],
    ['$a.md', 'path', '$a.md', ''],
    ['C#.pdf', 'path', 'C', '#.pdf'],
    ['.', 'path', '.', ''],
    ['/a.md', 'top', '/a.md', ''],
    ['/a%20b.md#c', 'top', '/a b.md', '#c'],
    ['/', 'top', '/', ''],
    ['', 'nothing'],
    [' ', 'nothing'],
    ['#top', 'elsewhere'],
    ['?x', 'elsewhere'],
  ] as const)
    it(`in a link: ${JSON.stringify(destination)}`, () => {
      const [kind, path, tail] = expected;
      deepEqual(parseReference(destination), path === undefined ? { kind } : { kind, path, tail });
    });

  for (const [destination, ...expected] of [
    ['a%20b.md', 'a%20b.md'],
    ['100%.pdf', '100%.pdf'],
    ['C#.pdf', 'C#.pdf', 'C'],
    ['report #2.pdf', 'report #2.pdf', 'report '],
    ['a.pdf#page=4', 'a.pdf#page=4', 'a.pdf'],
    ['sheet.xlsx#Sheet2!A1', 'sheet.xlsx#Sheet2!A1', 'sheet.xlsx'],
    ['C# guide.pdf#page=4', 'C# guide.pdf#page=4', 'C# guide.pdf', 'C'],
    ['a.pdf?x', 'a.pdf?x', 'a.pdf'],
    ['a.pdf?x#page=4', 'a.pdf?x#page=4', 'a.pdf?x', 'a.pdf'],
    ['Why?.pdf', 'Why?.pdf', 'Why'],
    ['..\\attachments\\a.pdf#page=2', '../attachments/a.pdf#page=2', '../attachments/a.pdf'],
    ['#1.pdf', '#1.pdf'],
    ['a###b', 'a###b', 'a##', 'a#', 'a'],
    ['a#b#c#d#e#f', 'a#b#c#d#e#f', 'a#b#c#d#e', 'a#b#c#d', 'a#b#c'],
  ] as const)
    it(`among attachments: ${JSON.stringify(destination)}`, () =>
      deepEqual(
        attachmentReadings(destination).map((reference) => (reference.kind === 'path' ? reference.path : '')),
        expected,
      ));

  it('among attachments that starts with / is on somebody’s disk', () =>
    deepEqual(attachmentReadings('/a.pdf'), [{ kind: 'own' }]));
  it('among attachments may be nothing', () => deepEqual(attachmentReadings(' '), [{ kind: 'nothing' }]));
});

describe('The place in a file', () => {
  for (const [tail, words] of [
    ['', ''],
    ['#', ''],
    ['#page=4', 'page 4'],
    ['#Page=4', 'page 4'],
    ['#page=4&zoom=100', 'page 4'],
    ['#zoom=100&page=12', 'page 12'],
    ['?x=1#page=4', 'page 4'],
    ['?page=4', ''],
    ['#page=', ''],
    ['#page=four', ''],
    ['#nameddest=x', '“x”'],
    ['#nameddest=Annex%20B', '“Annex B”'],
    ['#bookmark=y', '“y”'],
    ['#slide=3', 'slide 3'],
    ['#line=12,20', ''],
    ['#t=90', '1:30'],
    ['#t=3661.5,3700', '61:01'],
    ['#Sheet2!A1', 'Sheet2, cell A1'],
    ["#'Spring survey'!B2:C9", 'Spring survey, cells B2:C9'],
    ["#'Anna''s'!$B$2", 'Anna’s, cell B2'.replace('’', "'")],
    ['#Sheet2!', '“Sheet2!”'],
    ['#annex-b', '“annex-b”'],
    ['#%E0%A4%A', '“%E0%A4%A”'],
    ['#view=Fit', ''],
  ] as const)
    it(`${JSON.stringify(tail)} is ${JSON.stringify(words)}`, () => equal(partOfFile(tail), words));
});
