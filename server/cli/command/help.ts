export const help = `evidence-portfolio: checks a portfolio of evidence kept as Markdown

  evidence-portfolio check [folder]         what is wrong, file by file
  evidence-portfolio coverage [folder]      which elements have evidence
  evidence-portfolio rate [folder]          the self-assessment, and what stands between
                                            it and the award
  evidence-portfolio rate <id> [rating] [folder]
                                            rates an element in portfolio.yaml; without
                                            a rating: shows how it is rated
  evidence-portfolio diff <base> [head] [folder]
                                            what a change does to the coverage, between two
                                            revisions of git, or one and the files as they are
  evidence-portfolio show <id|file> [folder]
                                            all that there is about an element, or a file
  evidence-portfolio plan import <file> [folder]
                                            takes an action plan from a spreadsheet, a
                                            document or a text; shows first what would change
  evidence-portfolio plan export [folder]   the action plan as a file of another program
  evidence-portfolio plan sync [folder]     adds an action for each element that asks for one
  evidence-portfolio standard show <id>     what the standard says of an element or a criterion

Options of check, coverage and show
  --today YYYY-MM-DD      judge reviews as of this day (default: today)
  --format text|json      for people, or for programs (default: text); not of show
Options of check
  --format FORMAT         also github, gitlab, azure, sarif, junit or markdown. In GitHub
                          Actions the default is github, in Azure Pipelines azure; in
                          GitLab CI it is text, as GitLab takes its report from a file:
                          --output gitlab=gl-code-quality-report.json
  --output FORMAT=FILE    writes a file as well; may be given several times
  --since BASE            fails only on what is new since a revision of git, such as
                          origin/main, and lists the rest as already there
  --fail-on SEVERITY      error, warning, information, hint or never: from which findings
                          on the exit status is 1 (default: error)
Options of rate
  --comment TEXT          what is to be said about it
  --assessor              the rating, and the comment, are the assessor's
  --date YYYY-MM-DD       the day on which the assessor looked (default: today)
  --clear                 takes the rating back
Options of diff
  <base>                  a revision; main... is where the branch left main
  --today, --fail-on and --output as above; only findings that are new fail
  --base-today YYYY-MM-DD judge the base as of another day (default: the same day)
  --format FORMAT         text, json, html or markdown (default: text)
Options of plan
  --write                 import and sync: writes the plan; without it, nothing is written
  --column MEANING=HEADER import: which column is meant, such as owner="Lead officer"; the
                          meanings: ref, action, owner, due, status, comments; a letter
                          or a number instead of a header; =none: there is no such column
  --format FORMAT         export: md, csv, xlsx, docx, ods, odt or html (default: as --output ends)
  --output FILE           export: writes this file instead of standard output
  --force                 export: writes over a file that is there already
Option of standard show
  --standard NAME         a built-in standard, or the path of a standard file
                          (default: customer-service-excellence)

Exit status: 0 all well, 1 findings, 2 it could not run.
`;
