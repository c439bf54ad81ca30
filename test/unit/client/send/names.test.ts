/** Names and addresses that are made of what people wrote, and of where a repository came from. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { troubleOf } from '../../../../client/git/troubles';
import { branchNameFor } from '../../../../client/send/branchName';
import { hasMarks } from '../../../../client/send/changedFiles';
import { reviewPage } from '../../../../client/send/reviewPage';
import { namesInWords, plainSentence } from '../../../../client/send/words';

describe('The name of a copy for review', () => {
  const table: readonly (readonly [message: string, taken: readonly string[], name: string])[] = [
    ['Add “Complaints” for 4.3.2', [], 'evidence/add-complaints-for-4-3-2'],
    ['Revise “Café à Zürich”', [], 'evidence/revise-cafe-a-zurich'],
    ['Don’t use it', [], 'evidence/dont-use-it'],
    ['Προσθήκη', [], 'evidence/προσθηκη'],
    ['', [], 'evidence/changes'],
    ['…!?', [], 'evidence/changes'],
    ['-f --force', [], 'evidence/f-force'],
    ['../../etc/passwd', [], 'evidence/etc-passwd'],
    ['a..b@{1}~^:?*[\\.lock', [], 'evidence/a-b-1-lock'],
    ['$(rm -rf ~)`x`', [], 'evidence/rm-rf-x'],
    ['one\ntwo', [], 'evidence/one'],
    ['\u202eRTL\u0000', [], 'evidence/rtl'],
    ['HEAD', [], 'evidence/head'],
    ['Same', ['evidence/same'], 'evidence/same-2'],
    ['Same', ['Evidence/SAME', 'evidence/same-2'], 'evidence/same-3'],
    ['Same', ['evidence/same/deeper'], 'evidence/same-2'],
    ['Same', ['evidence'], 'evidence-same'],
    [
      'Add 12 pieces of evidence for 1.1.1, 1.1.2, 1.1.3 and 9 others',
      [],
      'evidence/add-12-pieces-of-evidence-for-1-1-1-1-1-2-1-1-3',
    ],
    ['x'.repeat(80), [], `evidence/${'x'.repeat(50)}`],
  ];
  for (const [message, taken, name] of table)
    it(`is ${name}`, () => {
      equal(branchNameFor(message, taken), name);
      execFileSync('git', ['check-ref-format', '--branch', name]);
    });
});

describe('The page for review', () => {
  const review = { branch: 'evidence/a-b', base: 'main' };
  const github = 'https://github.com/o/r/compare/main...evidence/a-b?expand=1';
  const gitlab = (host: string, path: string): string =>
    `https://${host}/${path}/-/merge_requests/new?merge_request%5Bsource_branch%5D=evidence%2Fa-b&merge_request%5Btarget_branch%5D=main`;
  const azure = (place: string): string =>
    `https://${place}/pullrequestcreate?sourceRef=evidence%2Fa-b&targetRef=main`;
  const table: readonly (readonly [remote: string, page: string | undefined])[] = [
    ['https://github.com/o/r.git', github],
    ['https://github.com/o/r/', github],
    ['https://someone:secret@github.com/o/r', github],
    ['git@github.com:o/r.git', github],
    ['ssh://git@github.com/o/r.git', github],
    ['ssh://git@ssh.github.com:443/o/r.git', github],
    ['https://GitHub.com/o/r.git', github],
    ['git@github.example.org:o/r.git', github.replace('github.com', 'github.example.org')],
    ['https://codeberg.org/o/r.git', github.replace('github.com', 'codeberg.org')],
    ['https://gitlab.com/g/s/p.git', gitlab('gitlab.com', 'g/s/p')],
    ['git@gitlab.com:g/p.git', gitlab('gitlab.com', 'g/p')],
    ['ssh://git@altssh.gitlab.com:443/g/p.git', gitlab('gitlab.com', 'g/p')],
    ['ssh://git@gitlab.example.org:2222/g/p.git', gitlab('gitlab.example.org', 'g/p')],
    ['https://gitlab.example.org:8443/g/p', gitlab('gitlab.example.org:8443', 'g/p')],
    ['https://dev.azure.com/org/My%20Project/_git/r', azure('dev.azure.com/org/My%20Project/_git/r')],
    ['https://org@dev.azure.com/org/p/_git/r', azure('dev.azure.com/org/p/_git/r')],
    ['git@ssh.dev.azure.com:v3/org/p/r', azure('dev.azure.com/org/p/_git/r')],
    ['https://org.visualstudio.com/p/_git/r', azure('org.visualstudio.com/p/_git/r')],
    ['org@vs-ssh.visualstudio.com:v3/org/p/r', azure('org.visualstudio.com/p/_git/r')],
    [
      'git@bitbucket.org:w/r.git',
      'https://bitbucket.org/w/r/pull-requests/new?source=evidence%2Fa-b&dest=main',
    ],
    // Nothing is made of what is not known, or is not what it looks like.
    ['', undefined],
    ['/srv/git/r.git', undefined],
    ['C:\\repositories\\r.git', undefined],
    ['C:/repositories/r.git', undefined],
    ['file:///srv/github.com/o/r.git', undefined],
    ['http://github.com/o/r.git', undefined],
    ['https://git.example.org/o/r.git', undefined],
    ['https://github.com.evil.example/o/r/x', undefined],
    ['https://notgithub.com/o/r.git', undefined],
    ['https://evil.example/github.com/o/r.git', undefined],
    ['https://github.com/o', undefined],
    ['https://github.com/o/r/more', undefined],
    ['https://github.com/../r', undefined],
    ['https://github.com/%2e%2e/r', undefined],
    ['https://github.com/o/r?x=1', undefined],
    ['https://github.com/o/r#x', undefined],
    ['https://github.com/o/%2Fetc', undefined],
    ['https://github.com/o/%zz', undefined],
    ['https://github.com@evil.example/o/r', undefined],
    ['https://evil.example\\@github.com/o/r', undefined],
    ['https://github.com:x/o/r', undefined],
    ['javascript:alert(1)//github.com/o/r', undefined],
    ['git@github.com:-o/r', undefined],
    ['ext::sh -c x% github.com/o/r', undefined],
    ['work:o/r.git', undefined],
    ['https://gïthub.com/o/r', undefined],
    ['git@ssh.dev.azure.com:v2/org/p/r', undefined],
    ['org@vs-ssh.visualstudio.com:v3/a.evil/p/r', undefined],
  ];
  for (const [remote, page] of table)
    it(`of ${remote === '' ? 'nothing' : remote}`, () => equal(reviewPage(remote, review), page));

  it('takes names of branches as names', () => {
    const odd = { branch: 'a?b#c&d=e/f g%', base: 'm+n' };
    equal(
      reviewPage('https://github.com/o/r', odd),
      'https://github.com/o/r/compare/m%2Bn...a%3Fb%23c%26d%3De/f%20g%25?expand=1',
    );
    ok(reviewPage('https://gitlab.com/o/r', odd)?.includes('=a%3Fb%23c%26d%3De%2Ff%20g%25&'));
  });
});

describe('What went wrong', () => {
  const table: readonly (readonly [error: unknown, kind: string])[] = [
    [{ gitErrorCode: 'NoUserNameConfigured', stderr: '*** Please tell me who you are.' }, 'person'],
    [{ gitErrorCode: 'NoUserEmailConfigured' }, 'person'],
    [{ stderr: 'fatal: no email was given and auto-detection is disabled' }, 'person'],
    [
      {
        gitErrorCode: 'RemoteConnectionError',
        stderr: 'ssh: Could not resolve hostname x\nfatal: Could not read from remote repository.',
      },
      'offline',
    ],
    [{ stderr: "fatal: unable to access 'https://x/': Could not resolve host: x" }, 'offline'],
    [
      {
        gitErrorCode: 'RemoteConnectionError',
        stderr: 'git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.',
      },
      'refused',
    ],
    [{ gitErrorCode: 'AuthenticationFailed' }, 'refused'],
    [
      {
        stderr:
          'remote: Permission to o/r.git denied to me.\nfatal: unable to access: The requested URL returned error: 403',
      },
      'refused',
    ],
    [
      {
        gitErrorCode: 'PushRejected',
        stderr:
          'remote: error: GH006: Protected branch update failed for refs/heads/main.\n ! [remote rejected] main -> main (protected branch hook declined)\nerror: failed to push some refs to x',
      },
      'protected',
    ],
    [
      {
        gitErrorCode: 'PushRejected',
        stderr:
          'remote: GitLab: You are not allowed to push code to protected branches on this project.\n ! [remote rejected] main -> main (pre-receive hook declined)',
      },
      'protected',
    ],
    [
      {
        gitErrorCode: 'PushRejected',
        stderr:
          ' ! [rejected]        a -> a (fetch first)\nerror: failed to push some refs to x\nhint: Updates were rejected because the remote contains work',
      },
      'newer',
    ],
    [{ stderr: ' ! [rejected] a -> a (non-fast-forward)' }, 'newer'],
    [
      {
        gitErrorCode: 'RepositoryIsLocked',
        stderr: "fatal: Unable to create '/r/.git/index.lock': File exists.",
      },
      'locked',
    ],
    [
      { stderr: 'error: Your local changes to the following files would be overwritten by merge:\n\ta.md' },
      'overwritten',
    ],
    [{ gitErrorCode: 'Conflict', stdout: 'CONFLICT (content): Merge conflict in a.md\n' }, 'conflict'],
    [new Error('Something else'), 'other'],
    ['a text', 'other'],
    [undefined, 'other'],
    [null, 'other'],
  ];
  for (const [error, kind] of table)
    it(`is ${kind}: ${JSON.stringify(error)}`, () => equal(troubleOf(error).kind, kind));

  it('is said in the last line that says something', () => {
    const stderr =
      '\tremote: not on Fridays  \n   \nTo x\nerror: failed to push some refs to x\nhint: never mind\n';
    deepEqual(troubleOf({ stderr }), { kind: 'other', said: 'remote: not on Fridays' });
    equal(troubleOf({ stderr: 'x'.repeat(1000) }).said.length, 300);
  });

  const refusal =
    ' ! [remote rejected] main -> main (pre-receive hook declined)\nerror: failed to push some refs to x';
  for (const [remote, said] of [
    [
      'remote: GitLab: You are not allowed to push code to protected branches on this project.\n',
      'GitLab: You are not allowed to push code to protected branches on this project.',
    ],
    [
      'remote: error: GH006: Protected branch update failed for refs/heads/main.\r\nremote: error: Changes must be made through a pull request.        \nremote: \n',
      'Changes must be made through a pull request.',
    ],
    ['remote: =====\nremote: Not on Thursdays\nremote: =====\n', 'Not on Thursdays'],
    ['', '! [remote rejected] main -> main (pre-receive hook declined)'],
  ] as const)
    it(`is said by the shared place, where it gives a reason: ${said}`, () =>
      deepEqual(troubleOf({ stderr: remote + refusal }), { kind: 'protected', said }));
});

describe('Files in words', () => {
  const file = (name: string, change: 'new' | 'changed' | 'removed' | 'moved' = 'new') => ({
    uri: { path: `/r/${name}` } as never,
    change,
  });
  it('are named, and the rest counted', () => {
    equal(namesInWords(['a', 'b', 'c', 'd']), 'a, b, c and d');
    equal(namesInWords(['a', 'b', 'c', 'd', 'e']), 'a, b, c and 2 other files');
  });
  it('make a message where the portfolio says nothing', () => {
    equal(plainSentence([file('a.pdf')]), 'Add a.pdf');
    equal(plainSentence([file('a.pdf', 'removed'), file('b.pdf', 'removed')]), 'Remove a.pdf and b.pdf');
    equal(plainSentence([file('a.pdf'), file('b.pdf', 'changed')]), 'Change a.pdf and b.pdf');
  });
  it('have marks where git put both sides', () => {
    ok(hasMarks('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n'));
    ok(!hasMarks('a\n=======\n> > > quoted\n<<<<<<< no end\n'));
  });
});
