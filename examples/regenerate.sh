#!/usr/bin/env bash
# Makes the evidence of the examples again, with the real tools, on this machine:
#
#   examples/regenerate.sh [support-assistant | stalled-poc | python-rag]...
#
# Needs a JDK 17, Maven, npm, Python 3 and a way to Maven Central and npm. It loads services on 127.0.0.1 only, each for two
# minutes at most, and stops everything that it started. Work is done in a copy under /tmp/acme, so that no tool
# can write down where your sources lie.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=/tmp/acme
tools=$work/tools

promptfoo=0.123.1
node=22.23.3
secretlint=13.0.6
secretlint_sarif=13.0.5
secretlint_rules=13.0.7
ast_grep=0.51.1
eslint=10.15.0
eslint_sarif=3.1.0
spotbugs=com.github.spotbugs:spotbugs-maven-plugin:4.9.8.5

# The programs from npm, in a folder of their own; promptfoo needs a newer Node.js than many machines have.
install_tools() {
  mkdir -p "$tools"
  cd "$tools"
  [ -f package.json ] || npm init --yes > /dev/null
  local machine
  machine=$(node -p 'process.platform + "-" + process.arch')
  local binding=@libsql/$machine
  [ "$(node -p process.platform)" != linux ] || binding=$binding-gnu
  npm install --no-audit --no-fund --ignore-scripts --omit=optional \
    "node-$machine@$node" "promptfoo@$promptfoo" "$binding" \
    "secretlint@$secretlint" "@secretlint/secretlint-formatter-sarif@$secretlint_sarif" \
    "@secretlint/secretlint-rule-preset-recommend@$secretlint_rules" \
    "eslint@$eslint" "@microsoft/eslint-formatter-sarif@$eslint_sarif"
  # ast-grep brings its program as an optional package.
  mkdir -p "$tools/ast-grep"
  (cd "$tools/ast-grep" && npm install --no-audit --no-fund --prefix . "@ast-grep/cli@$ast_grep")
  export PATH="$tools/node_modules/node-$machine/bin:$tools/node_modules/.bin:$tools/ast-grep/node_modules/.bin:$PATH"
}

# The copy that is worked on, without what earlier builds left.
copy() {
  rm -rf "${work:?}/$1"
  mkdir -p "$work"
  cp -R "$here/$1" "$work/$1"
  cd "$work/$1"
  rm -rf target ingestion/target
}

# start PORT COMMAND...: starts a service and waits until it listens.
start() {
  local port=$1
  shift
  "$@" &
  service=$!
  trap 'kill $service 2> /dev/null || true' EXIT
  for _ in $(seq 50); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
      return
    fi
    sleep 0.2
  done
  echo "no service on port $port" >&2
  exit 1
}

stop() {
  kill "$service"
  wait "$service" 2> /dev/null || true
  trap - EXIT
}

load() {
  mvn -q -B -f "$here/tools/jmeter/pom.xml" "-DbuildDirectory=$work/jmeter" \
    "-Dplans=$PWD/perf" "-Dresults=$PWD/target/jmeter" verify
  cp target/jmeter/load.csv perf/results.jtl
}

# promptfoo ends with 100 when a case fails; that is a result, not a mishap.
evaluate() {
  mkdir -p target
  PROMPTFOO_DISABLE_TELEMETRY=1 PROMPTFOO_DISABLE_UPDATE=1 PROMPTFOO_DISABLE_REMOTE_GENERATION=true \
    PROMPTFOO_CONFIG_DIR="$work/promptfoo" PROMPTFOO_FAILED_TEST_EXIT_CODE=0 \
    promptfoo eval -c evals/promptfooconfig.yaml --no-cache --no-write --no-table --no-progress-bar -j 4 \
    -o target/promptfoo.json
  relativize target/promptfoo.json > evals/promptfoo.json
}

find_bugs() {
  mvn -q -B -P evidence compile "$spotbugs:spotbugs"
  relativize target/spotbugsSarif.json > scans/spotbugs.sarif
}

find_secrets() {
  ln -s "$tools/node_modules" node_modules
  secretlint --format @secretlint/secretlint-formatter-sarif '**/*' > scans/secretlint.sarif
  rm node_modules
}

# Names of files relative to the example's folder, or to the tools': the one change made to what a tool wrote.
relativize() {
  sed -e "s#file://$PWD/##g" -e "s#$PWD/##g" -e "s#file://$tools/##g" -e "s#$tools/##g" "$1"
}

lineage() {
  mvn -q -B -f "$here/tools/lineage-run/pom.xml" "-DbuildDirectory=$work/lineage-run" compile exec:java \
    "-Dexec.args=lineage/events.ndjson $*"
}

keep() {
  local name=$1
  shift
  for file in "$@"; do
    cp "$work/$name/$file" "$here/$name/$file"
  done
}

support_assistant() {
  copy support-assistant
  rm -f lineage/events.ndjson
  mvn -q -B -f ingestion/pom.xml compile exec:java
  find_bugs
  find_secrets
  mvn -q -B package
  start 8085 java -jar target/support-assistant.jar 8085
  evaluate
  load
  stop
  keep support-assistant data/handbook-index.tsv data/synonyms.tsv lineage/events.ndjson scans/spotbugs.sarif \
    scans/secretlint.sarif evals/promptfoo.json perf/results.jtl
}

stalled_poc() {
  copy stalled-poc
  rm -f lineage/events.ndjson
  mkdir target
  # Reads data that nobody declared, and the price list that was promised never came.
  lineage acme-finance/load-invoices in:acme-erp/invoices in:acme-mail/customer-mails out:acme-finance/invoice-text \
    -- cp data/invoices.csv target/invoices.csv
  lineage acme-finance/load-prices in:acme-erp/price-list out:acme-finance/price-text \
    -- cp data/price-list.csv target/prices.csv
  find_bugs
  # One script does not even parse: ESLint says so and ends with 1.
  eslint -f "$tools/node_modules/@microsoft/eslint-formatter-sarif/sarif.js" -o target/eslint.sarif web || true
  relativize target/eslint.sarif > scans/eslint.sarif
  mvn -q -B package
  start 8086 java -jar target/invoice-chat.jar 8086
  load
  sleep 10
  evaluate
  stop
  keep stalled-poc lineage/events.ndjson scans/spotbugs.sarif scans/eslint.sarif evals/promptfoo.json perf/results.jtl
}

python_rag() {
  copy python-rag
  rm -f lineage/events.ndjson
  export PYTHONDONTWRITEBYTECODE=1
  lineage acme-travel/build-index in:acme-hr/travel-policies out:acme-travel/policy-index -- python3 -m service.ingest
  ast-grep scan -c scans/sgconfig.yml --format sarif service > scans/ast-grep.sarif
  find_secrets
  start 8087 python3 -m service.app 8087
  evaluate
  load
  stop
  keep python-rag data/index.jsonl lineage/events.ndjson scans/ast-grep.sarif scans/secretlint.sarif \
    evals/promptfoo.json perf/results.jtl
}

install_tools
for example in "${@:-support-assistant stalled-poc python-rag}"; do
  for name in $example; do
    "${name//-/_}"
    echo "$name: done"
  done
done
