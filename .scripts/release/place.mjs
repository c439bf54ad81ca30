// @ts-check
// Where the parts of a release are made. git and the packages leave the folder out.

export const releaseFolder = '.release';

/** Which modules the bundles are made of: written by each build. */
export const modulesFile = `${releaseFolder}/modules.json`;

/** What npm gives to others, and what the action and the hook of a release are: the same files. */
export const packageFolder = `${releaseFolder}/package`;
