// Sums up a run of the tests from vitest's own JSON report: `node .ci/summary.mjs REPORT EXIT_CODE`. Names what failed
// and ends with one line, "N passed, N failed". A file that could not be loaded counts as one failure, and so does a
// run that failed by itself (an unhandled error, the time limit), so that the line never says 0 where the run failed.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [report, exitCode] = process.argv.slice(2);
const { passed, failures, skipped } = read(report);
const code = Number(exitCode);
if (code !== 0 && failures.length === 0) {
  const why = code === 124 || code === 137 ? 'it took too long and was ended' : 'see above';
  failures.push(`the run itself, exit code ${code}: ${why}`);
}
for (const failure of failures) console.log(`failed: ${failure}`);
if (skipped > 0) console.log(`skipped or not finished: ${skipped}`);
console.log(`${passed} passed, ${failures.length} failed`);

/** Counts of a report; all zero where vitest wrote none, which it does only when it fails. */
function read(path) {
  const text = readFileSync(path, 'utf8');
  if (text === '') return { passed: 0, failures: [], skipped: 0 };
  const { testResults, numPassedTests, numPendingTests, numTodoTests } = JSON.parse(text);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
  return { passed: numPassedTests, failures, skipped: numPendingTests + numTodoTests };
}

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}
