/** The commands of the extension; package.json gives their titles, and a test holds the two lists together. */
export const commands = {
  newEvidence: 'evidencePortfolio.newEvidence',
  makeEvidence: 'evidencePortfolio.makeEvidence',
  createPortfolio: 'evidencePortfolio.createPortfolio',
  openManifest: 'evidencePortfolio.openManifest',
  openSample: 'evidencePortfolio.openSample',
  markReviewed: 'evidencePortfolio.markReviewed',
  approve: 'evidencePortfolio.approve',
  notApplicable: 'evidencePortfolio.notApplicable',
  applicable: 'evidencePortfolio.applicable',
  rateElement: 'evidencePortfolio.rateElement',
  showAssessment: 'evidencePortfolio.showAssessment',
  changeDetail: 'evidencePortfolio.changeDetail',
  removeDetail: 'evidencePortfolio.removeDetail',
  insertGuidance: 'evidencePortfolio.insertGuidance',
  addToElement: 'evidencePortfolio.addToElement',
  moveToElement: 'evidencePortfolio.moveToElement',
  removeFromElement: 'evidencePortfolio.removeFromElement',
  addOfCounterpart: 'evidencePortfolio.addOfCounterpart',
  openEvidence: 'evidencePortfolio.openEvidence',
  showElement: 'evidencePortfolio.showElement',
  findElement: 'evidencePortfolio.findElement',
  copyId: 'evidencePortfolio.copyId',
  copyLink: 'evidencePortfolio.copyLink',
  copySummary: 'evidencePortfolio.copySummary',
  revealInCoverage: 'evidencePortfolio.revealInCoverage',
  addAction: 'evidencePortfolio.addAction',
  completeAction: 'evidencePortfolio.completeAction',
  copyAction: 'evidencePortfolio.copyAction',
  groupPlan: 'evidencePortfolio.groupPlan',
  openPlan: 'evidencePortfolio.openPlan',
  syncPlan: 'evidencePortfolio.syncPlan',
  importPlan: 'evidencePortfolio.importPlan',
  exportPlan: 'evidencePortfolio.exportPlan',
  importMatrix: 'evidencePortfolio.importMatrix',
  exportMatrix: 'evidencePortfolio.exportMatrix',
  importAssessment: 'evidencePortfolio.importAssessment',
  exportAssessment: 'evidencePortfolio.exportAssessment',
  exportReport: 'evidencePortfolio.exportReport',
  exportDue: 'evidencePortfolio.exportDue',
  exportStandard: 'evidencePortfolio.exportStandard',
  makePack: 'evidencePortfolio.makePack',
  verifyPack: 'evidencePortfolio.verifyPack',
  applyChanges: 'evidencePortfolio.applyChanges',
  showChanges: 'evidencePortfolio.showChanges',
  dropChanges: 'evidencePortfolio.dropChanges',
  chooseColumns: 'evidencePortfolio.chooseColumns',
  filterDue: 'evidencePortfolio.filterDue',
  onlyMine: 'evidencePortfolio.onlyMine',
  everybodys: 'evidencePortfolio.everybodys',
  whoIAm: 'evidencePortfolio.whoIAm',
  lookFurther: 'evidencePortfolio.lookFurther',
  thisMonthOnly: 'evidencePortfolio.thisMonthOnly',
  assign: 'evidencePortfolio.assign',
  showReport: 'evidencePortfolio.showReport',
  reportSince: 'evidencePortfolio.reportSince',
  whatCounts: 'evidencePortfolio.whatCounts',
  whatIf: 'evidencePortfolio.whatIf',
  moveToEdition: 'evidencePortfolio.moveToEdition',
  filterCoverage: 'evidencePortfolio.filterCoverage',
  clearFilter: 'evidencePortfolio.clearFilter',
  followEditor: 'evidencePortfolio.followEditor',
  unfollowEditor: 'evidencePortfolio.unfollowEditor',
  refreshCoverage: 'evidencePortfolio.refreshCoverage',
  compareWithBranch: 'evidencePortfolio.compareWithBranch',
  showComparison: 'evidencePortfolio.showComparison',
  copyComparison: 'evidencePortfolio.copyComparison',
  stopComparing: 'evidencePortfolio.stopComparing',
  saveVersion: 'evidencePortfolio.saveVersion',
  sendForReview: 'evidencePortfolio.sendForReview',
  getWork: 'evidencePortfolio.getWork',
  openAsForm: 'evidencePortfolio.openAsForm',
  openAsTable: 'evidencePortfolio.openAsTable',
  openAsText: 'evidencePortfolio.openAsText',
  openEvidenceTable: 'evidencePortfolio.openEvidenceTable',
  runCheck: 'evidencePortfolio.runCheck',
  openRule: 'evidencePortfolio.openRule',
  showServerState: 'evidencePortfolio.showServerState',
  reportProblem: 'evidencePortfolio.reportProblem',
  showOutput: 'evidencePortfolio.showOutput',
  restartServer: 'evidencePortfolio.restartServer',
} as const;

/** A click on a row of This File; it makes no sense without one, so package.json does not list it. */
export const actOnThisFile = 'evidencePortfolio.thisFile.act';

/** A click on a row of Action Plan; it makes no sense without one either. */
export const actOnPlan = 'evidencePortfolio.actionPlan.act';

/** And one on a row of This Month. */
export const actOnDue = 'evidencePortfolio.thisMonth.act';

/** The views; package.json gives their names, and the same test holds the two lists together. */
export const views = {
  coverage: 'evidencePortfolio.coverage',
  thisMonth: 'evidencePortfolio.thisMonth',
  actionPlan: 'evidencePortfolio.actionPlan',
  thisFile: 'evidencePortfolio.thisFile',
} as const;

/** The editors of our own for files; package.json names the same. */
export const editors = {
  form: 'evidencePortfolio.form',
  planTable: 'evidencePortfolio.planTable',
} as const;

/** The panel with a page of its own, for no file. */
export const evidenceTablePanel = 'evidencePortfolio.evidenceTable';

/** VS Code makes this command for the view; it shows the view and puts the keyboard there. */
export const revealCoverage = `${views.coverage}.focus`;

/** What `when` clauses of package.json, and the steps of the walkthrough, see of us. */
export const contextKeys = {
  /** `starting`, `none`, `ready` or `failed`. */
  state: 'evidencePortfolio.state',
  filtered: 'evidencePortfolio.filtered',
  following: 'evidencePortfolio.following',
  /** `starting`, `noPortfolio`, `none` (there is no action) or `ready`. */
  plan: 'evidencePortfolio.plan',
  /** The page of the standard is in front. */
  standardPage: 'evidencePortfolio.standardPage',
  /** What would become of files is on show, and can be written. */
  previewing: 'evidencePortfolio.previewing',
  /** It can be shown line by line. */
  previewLines: 'evidencePortfolio.previewLines',
  /** `starting`, `noPortfolio`, `none` (nothing is due), `others` (nothing for those on show) or `ready`. */
  due: 'evidencePortfolio.due',
  /** This Month shows what some people are to do, and not everybody's. */
  dueOfSome: 'evidencePortfolio.dueOfSome',
  /** It shows what is due up to the assessment. */
  dueFar: 'evidencePortfolio.dueFar',
  /** What would become of a plan is on show, and can be applied. */
  planPreview: 'evidencePortfolio.planPreview',
  /** It comes from a file whose columns can be said to mean something else. */
  previewColumns: 'evidencePortfolio.previewColumns',
  /** The page that says so, or the changes line by line, are in front. */
  previewPage: 'evidencePortfolio.previewPage',
  /** `evidence`, `markdown` (it is no evidence), `plan`, `none` or `starting`. */
  thisFile: 'evidencePortfolio.thisFile',
  /** The file in front, in any editor: `evidence`, `plan` or `none`. */
  file: 'evidencePortfolio.file',
  /** Coverage shows what has changed since a base. */
  comparing: 'evidencePortfolio.comparing',
  /** The page with the summary of a comparison is in front. */
  comparisonPage: 'evidencePortfolio.comparisonPage',
  // What the user has done at any time: the steps of the walkthrough.
  /** A portfolio has been opened or begun. */
  opened: 'evidencePortfolio.opened',
  /** An element has been named in a file. */
  named: 'evidencePortfolio.named',
  /** A finding has been seen to go from a file that was edited. */
  fixed: 'evidencePortfolio.fixed',
  /** Coverage has been looked at. */
  looked: 'evidencePortfolio.looked',
  /** The command line has been run. */
  checked: 'evidencePortfolio.checked',
} as const;

/** Pages of our own, as `activeWebviewPanelId` says them in conditions of package.json. */
export const panels = {
  report: 'evidencePortfolio.report',
  // Not as the commands, which are called the same otherwise.
  whatCounts: 'evidencePortfolio.whatCountsPage',
  whatIf: 'evidencePortfolio.whatIfPage',
} as const;
