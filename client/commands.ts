/** The commands of the extension; package.json gives their titles, and a test holds the two lists together. */
export const commands = {
  newEvidence: 'evidencePortfolio.newEvidence',
  createPortfolio: 'evidencePortfolio.createPortfolio',
  openManifest: 'evidencePortfolio.openManifest',
  openSample: 'evidencePortfolio.openSample',
  refreshCoverage: 'evidencePortfolio.refreshCoverage',
  filterCoverage: 'evidencePortfolio.filterCoverage',
  clearFilter: 'evidencePortfolio.clearFilter',
  openRule: 'evidencePortfolio.openRule',
  showServerState: 'evidencePortfolio.showServerState',
  showOutput: 'evidencePortfolio.showOutput',
  restartServer: 'evidencePortfolio.restartServer',
} as const;

/** The id of the Coverage view. */
export const coverageView = 'evidencePortfolio.coverage';

/** VS Code makes this command for the view; it shows the view and puts the keyboard there. */
export const revealCoverage = `${coverageView}.focus`;
