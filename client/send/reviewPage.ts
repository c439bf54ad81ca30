/** The address of the page on which a copy is sent for review, from the address of the shared place. Knows no VS Code. */

export interface Review {
  /** The copy, and what it is to come into. */
  readonly branch: string;
  readonly base: string;
}

interface Place {
  /** In small letters; with its port, where https has one of its own. */
  readonly host: string;
  readonly path: readonly string[];
}

/**
 * Always https, and always at the host of the shared place itself, or the one that its maker names for its doors for
 * SSH. Undefined where the forge is not known, or the address has not the shape that it gives.
 * @param remote as git has it: `https://…`, `ssh://…`, `git@host:path`
 */
export function reviewPage(remote: string, review: Review): string | undefined {
  const place = placeOf(remote);
  return place && forges.find(({ isAt }) => isAt(place.host.replace(/:\d+$/, '')))?.page(place, review);
}

interface Forge {
  readonly isAt: (host: string) => boolean;
  readonly page: (place: Place, review: Review) => string | undefined;
}

const forges: readonly Forge[] = [
  { isAt: (host) => host === 'dev.azure.com' || /^[\w-]+\.visualstudio\.com$/.test(host), page: azure },
  {
    isAt: (host) => host === 'bitbucket.org',
    page: ({ host, path }, { branch, base }) =>
      path.length === 2
        ? `https://${host}/${path.join('/')}/pull-requests/new?${query({ source: branch, dest: base })}`
        : undefined,
  },
  {
    isAt: (host) => host.split('.').includes('gitlab'),
    page: ({ host, path }, { branch, base }) =>
      path.length >= 2
        ? `https://${host}/${path.join('/')}/-/merge_requests/new?${query({
            'merge_request[source_branch]': branch,
            'merge_request[target_branch]': base,
          })}`
        : undefined,
  },
  {
    // GitHub's own servers for companies are called so, too; Codeberg's programs took over its address.
    isAt: (host) => host === 'codeberg.org' || host.split('.').includes('github'),
    page: ({ host, path }, { branch, base }) =>
      path.length === 2
        ? `https://${host}/${path.join('/')}/compare/${segments(base)}...${segments(branch)}?expand=1`
        : undefined,
  },
];

/** Azure names the repository after `_git`, or not at all where it is called as its project. */
function azure({ host, path }: Place, { branch, base }: Review): string | undefined {
  const at = path.indexOf('_git');
  if (at < 0 || at !== path.length - 2) return undefined;
  return `https://${host}/${path.map(encodeURIComponent).join('/')}/pullrequestcreate?${query({
    sourceRef: branch,
    targetRef: base,
  })}`;
}

const segments = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&');

/** Hosts that are for SSH alone, and where their pages are. */
const doors: Readonly<Record<string, string>> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
};

const overHttps = /^https:\/\/(?:[^@/\\\s]*@)?([^@:/\s]+(?::\d{1,5})?)\/([^\s]+)$/i;
const overSsh = /^(?:ssh|git\+ssh):\/\/(?:[^@/\\\s]*@)?([^@:/\s]+)(?::\d{1,5})?\/([^\s]+)$/i;
const asScp = /^(?:[\w.-]+@)?([\w.-]{2,}):(?!\/\/)\/?([^\s]+)$/;

function placeOf(remote: string): Place | undefined {
  const [, host = '', path = ''] = overHttps.exec(remote) ?? overSsh.exec(remote) ?? asScp.exec(remote) ?? [];
  const named = host.toLowerCase();
  if (!/^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d+)?$/.test(named)) return undefined;
  const parts = partsOf(path);
  if (parts === undefined) return undefined;
  return azureDoor(named, parts) ?? { host: doors[named] ?? named, path: parts };
}

/** `git@ssh.dev.azure.com:v3/organisation/project/repository`, and the older one of Visual Studio. */
function azureDoor(host: string, path: readonly string[]): Place | undefined {
  const [version, organisation, project, repository, ...more] = path;
  if (host !== 'ssh.dev.azure.com' && host !== 'vs-ssh.visualstudio.com') return undefined;
  if (version !== 'v3' || !organisation || !project || !repository || more.length > 0)
    return { host, path: [] };
  if (host === 'ssh.dev.azure.com')
    return { host: 'dev.azure.com', path: [organisation, project, '_git', repository] };
  return /^[\w-]+$/.test(organisation)
    ? { host: `${organisation.toLowerCase()}.visualstudio.com`, path: [project, '_git', repository] }
    : { host, path: [] };
}

/** Undefined where a part of it could lead elsewhere, or be anything but a name. */
function partsOf(path: string): readonly string[] | undefined {
  const bare = path.replace(/\/+$/, '').replace(/\.git$/, '');
  try {
    const parts = bare.split('/').map((part) => decodeURIComponent(part));
    return parts.every((part) => /^[\w~.][\w .~-]*$/.test(part) && !/^\.+$/.test(part)) ? parts : undefined;
  } catch {
    return undefined;
  }
}
