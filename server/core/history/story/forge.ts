/** Addresses of lines on the forge where a repository lives: GitHub and GitLab. */
import { encodeSegment } from '../../text/uri';

/** From a path below the top of the repository, and a line from 1, to an address. */
export type AddressOf = (path: string, line?: number) => string;

type Environment = Readonly<Record<string, string | undefined>>;

/** The commit that a CI system works on, where it says so. */
export const commitFrom = (environment: Environment): string | undefined =>
  environment['GITHUB_SHA'] ?? environment['CI_COMMIT_SHA'];

/**
 * Undefined where the forge is not known, or what is said of it has not the shape of an address.
 * @param origin the address from which the repository was cloned
 */
export function forgeAddresses(
  environment: Environment,
  commit: string | undefined,
  origin?: string,
): AddressOf | undefined {
  if (commit === undefined || !/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, CI_PROJECT_URL: project } = environment;
  if (server && repository) return addresses(`${server}/${repository}`, 'blob', commit);
  if (project) return addresses(project, '-/blob', commit);
  const [, host, path] = cloned.exec((origin ?? '').replace(/(?:\.git)?\/?$/, '')) ?? [];
  if (!host || !path) return undefined;
  return addresses(`https://${host}/${path}`, host === 'github.com' ? 'blob' : '-/blob', commit);
}

/** https://github.com/a/b.git, git@gitlab.com:a/b/c.git, ssh://git@github.com/a/b; a password in it is left out. */
const cloned =
  /^(?:https:\/\/(?:[^@/\s]*@)?|ssh:\/\/git@|git@)(github\.com|gitlab\.com)[:/]([\w.-]+(?:\/[\w.-]+)+?)$/;

function addresses(project: string, folder: string, commit: string): AddressOf | undefined {
  if (!/^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/.test(project)) return undefined;
  return (path, line) =>
    `${project}/${folder}/${commit}/${path.split('/').map(encodeSegment).join('/')}${line === undefined ? '' : `#L${line}`}`;
}
