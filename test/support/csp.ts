// Loaded before every test file (see web-test-runner.config.mjs): a test during which the page broke its
// Content-Security-Policy fails, whatever else it found.

const seen: SecurityPolicyViolationEvent[] = [];
document.addEventListener('securitypolicyviolation', (event) => seen.push(event));

// The browser reports a violation in a task of its own; two frames' worth of tasks have passed after this.
const reported = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The violations since the last look, for a test that provokes them. */
export async function takeViolations(): Promise<SecurityPolicyViolationEvent[]> {
  await reported();
  return seen.splice(0);
}

// The test is marked as failed and not the hook: a hook that throws would end the whole file.
afterEach(async function () {
  const violations = await takeViolations();
  const test = this.currentTest;
  if (violations.length === 0 || !test || test.state === 'failed') return;
  const list = violations.map(
    (v) => `${v.effectiveDirective}: ${v.sample || v.blockedURI} (${v.sourceFile}:${v.lineNumber})`,
  );
  test.state = 'failed';
  test.err = new Error(`The page broke its Content-Security-Policy:\n${list.join('\n')}`);
});
