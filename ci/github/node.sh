# Ends the step, with words, where the runner has no Node.js or too old a one. Nothing newer than a shell is asked for.

advice='Add a step before this one:%0A%0A- uses: actions/setup-node@v5%0A  with:%0A    node-version: 22'

if ! command -v node > /dev/null 2>&1; then
  echo "::error title=Evidence Portfolio::There is no Node.js on this runner. $advice"
  exit 1
fi

# Of any version that ever was: no syntax of the last ten years.
version="$(node -e 'console.log(process.versions.node)')"
major="${version%%.*}"
rest="${version#*.}"
minor="${rest%%.*}"
if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
  echo "::error title=Evidence Portfolio::Node.js 20.19 or later is needed, and this is $version. $advice"
  exit 1
fi
