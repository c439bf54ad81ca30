// @ts-check
// The bill of materials of a package in the format of CycloneDX (https://cyclonedx.org/docs/1.6/json/): what its bundles
// hold of other people's packages, and nothing that is only needed to build them.

/** Where it stands, at the top of the package; the end of the name is the one that the format asks for. */
export const billFile = 'bom.cdx.json';

/**
 * @param {{ readonly name: string, readonly version: string, readonly license: string, readonly description: string }} manifest of ours
 * @param {readonly import('./bundled.mjs').Bundled[]} packages
 * @returns {string} JSON, the same for the same packages: without a day and without a serial number
 */
export function billOf({ name, version, license, description }, packages) {
  const ours = purlOf({ name, version });
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': ours,
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: ours,
      },
    },
    components: packages.map(componentOf),
    dependencies: [
      { ref: ours, dependsOn: packages.map(purlOf) },
      ...packages.map((bundled) => ({ ref: purlOf(bundled) })),
    ],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** @param {import('./bundled.mjs').Bundled} bundled */
function componentOf(bundled) {
  const { name, version, licence, address } = bundled;
  const [, scope, rest = name] = /^(@[^/]+)\/(.*)$/.exec(name) ?? [];
  const url = addressOf(address);
  return {
    type: 'library',
    'bom-ref': purlOf(bundled),
    ...(scope === undefined ? {} : { group: scope }),
    name: rest,
    version,
    scope: 'required',
    ...(licence === '' ? {} : { licenses: [licencesOf(licence)] }),
    purl: purlOf(bundled),
    ...(url === undefined ? {} : { externalReferences: [{ type: 'vcs', url }] }),
  };
}

/**
 * @param {string} licence
 * @returns {object}
 */
const licencesOf = (licence) =>
  /^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence };

/**
 * How a package of npm is called everywhere: https://github.com/package-url/purl-spec.
 *
 * @param {{ readonly name: string, readonly version: string }} bundled
 */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;

/**
 * An address that a program can open. Manifests have `owner/name`, `github:owner/name`, `git@github.com:owner/name` and
 * `git+https://…`, too.
 *
 * @param {string} address
 */
function addressOf(address) {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address);
  if (short) return `https://github.com/${short[1]}`;
  const plain = address
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/]/, 'https://$1/');
  return /^https?:\/\/\S+$/.test(plain) ? plain : undefined;
}
