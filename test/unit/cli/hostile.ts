/** A portfolio whose names and texts try to act: as escape sequences, Markdown, HTML, commands of CI systems, formulas. */
export const hostileTitle =
  '<script>alert(1)</script> ![x](http://evil.example/x.png) @everyone #1 `code` \\u001B[31m =HYPERLINK("http://evil.example") 100%, a;b]c 😀';

export const hostileFiles: Readonly<Record<string, string>> = {
  'portfolio.yaml': `title: '::error::${hostileTitle.replaceAll("'", "''")}'\nrules: { element-uncovered: off }\nassessment:\n  ##[add-matcher]x: { self: "##vso[task.complete result=Failed;]\\n::stop-commands::x" }\n`,
  '::error file=x::y.md':
    '---\ntitle: A\nelements: ["\\n::error::\\e[31m%0A::warning::w, <b>"]\n---\nText.\n',
  '##vso[task.setvariable variable=a]b;c%0A,d😀.md':
    '---\ntitle: B\nelements: [3.2.9]\nstatus: "##[error]<img src=x onerror=alert(1)>"\n---\n[a](<##vso[task.complete]].md>)\n',
  '=cmd|calc!A1 <b>&amp;_*x*_ [l](http://evil.example).md':
    '---\ntitle: C\nelements: ["|", "</td></tr>", "{0} [a](1) {{b}}"]\n---\nText.\n',
  'line\nend\u001B]8;;http://evil.example\u0007.md': '---\ntitle: D\nelements: [9.9.9]\n---\nText.\n',
};
