export const help = `evidence-portfolio: checks a portfolio of evidence kept as Markdown

  evidence-portfolio check [folder]         what is wrong, file by file
  evidence-portfolio coverage [folder]      which elements have evidence
  evidence-portfolio standard show <id>     what the standard says of an element or a criterion

Options of check and coverage
  --today YYYY-MM-DD      judge reviews as of this day (default: today)
  --format text|json      for people, or for programs (default: text)
Options of check
  --format FORMAT         also github, gitlab, azure, sarif, junit or markdown. In GitHub
                          Actions the default is github, in Azure Pipelines azure; in
                          GitLab CI it is text, as GitLab takes its report from a file:
                          --output gitlab=gl-code-quality-report.json
  --output FORMAT=FILE    writes a file as well; may be given several times
  --fail-on SEVERITY      error, warning, information, hint or never: from which findings
                          on the exit status is 1 (default: error)
Option of standard show
  --standard NAME         a built-in standard, or the path of a standard file
                          (default: customer-service-excellence)

Exit status: 0 all well, 1 findings, 2 it could not run.
`;
