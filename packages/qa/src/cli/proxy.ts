import { open } from "node:fs/promises";
import { openContract } from "../checker/open-contract.js";
import { MemoryBudget } from "../proxy/capture/memory-budget.js";
import { ProxyChecker } from "../proxy/check/proxy-checker.js";
import { openConnections } from "../proxy/forward/connections.js";
import { endToEndFields } from "../proxy/forward/end-to-end-fields.js";
import { openProxy } from "../proxy/proxy.js";
import { errorBodyWriter } from "../proxy/respond/error-body.js";
import { readRoutes } from "../proxy/routing/route.js";
import { createRouter } from "../proxy/routing/router.js";
import type { ExitCode } from "../report/thresholds.js";
import { UsageError } from "../usage-error.js";
import { readAllowances } from "./allow-file.js";
import type { CliContext } from "./cli-context.js";
import { concludeRun } from "./conclude-run.js";
import { proxyHelp } from "./help.js";
import { type ProxyMessages, proxyMessages } from "./proxy-messages.js";
import { type ProxyOptions, readProxyOptions } from "./proxy-options.js";
import { requireNoOverwrite } from "./report-file.js";

/** Memory for captured bodies that are not checked yet, in bytes. */
const MAX_CAPTURE_MEMORY = 64 * 1024 * 1024;

/** How long active requests may take to finish when the proxy stops. */
const GRACE_PERIOD_MS = 2_000;

/** Runs `ittybit-qa proxy`. @throws UsageError, ContractError when it cannot run */
export async function proxy(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const options = await readProxyOptions(args);
  if (options.help) {
    await context.out(`${proxyHelp}\n`);
    return 0;
  }
  await requireNoOverwrite(options.reports, [options.allow, options.spec, options.baseline, options.record]);
  const messages = proxyMessages(context, options);
  const { plan, contract, documentFaults, readDocument } = await openContract(options.spec, {}, options);
  for (const fault of documentFaults) messages.notice(fault);
  const routes = readRoutes(plan, options.upstreams);
  const writeErrorBody = errorBodyWriter(await readDocument());
  const budget = new MemoryBudget(MAX_CAPTURE_MEMORY);
  const checker = await startChecker(options, budget, context, messages);
  const connections = openConnections(options.insecure);
  try {
    const listener = await openProxy({
      address: options.listen,
      route: createRouter(contract, routes),
      connections,
      keepHost: options.keepHost,
      endToEnd: endToEndFields(contract),
      enforced: options.enforce ? options.thresholds : null,
      writeErrorBody,
      checker,
      budget,
      onUpstreamError: messages.upstreamError,
      onNotice: messages.notice,
    }).catch(async (error) => {
      // A worker that runs on would keep the process alive.
      await checker.close();
      throw addressError(options, error);
    });
    messages.begin(listener, routes);
    await untilEnd(options, context);
    messages.ending();
    await listener.close(GRACE_PERIOD_MS);
  } finally {
    connections.close();
  }
  return finish(checker, options, context, messages);
}

async function startChecker(
  { spec, allowRef, lenient, strict, allow, redact, noRedact, record }: ProxyOptions,
  budget: MemoryBudget,
  { today }: CliContext,
  messages: ProxyMessages,
): Promise<ProxyChecker> {
  if (record !== null) await requireWritable(record);
  const allowances = allow === null ? [] : await readAllowances(allow);
  const document = { allowRef, lenient };
  const settings = { spec, document, strict, allow: allowances, today, redact, noRedact, record };
  return ProxyChecker.start(settings, budget, {
    onChecked: messages.checked,
    onFound: messages.found,
    onFailed: messages.checkingFailed,
    onRecordingFailed: messages.recordingFailed,
  });
}

async function requireWritable(file: string): Promise<void> {
  const opened = await open(file, "a", 0o600).catch((error: NodeJS.ErrnoException) => error);
  if (opened instanceof Error) throw new UsageError(`--record ${file} cannot be written (${opened.code}).`);
  await opened.close();
}

function addressError(
  { listen: { host, port } }: ProxyOptions,
  { code, message }: NodeJS.ErrnoException,
): UsageError {
  return new UsageError(
    code === "EADDRINUSE"
      ? `Port ${port} on ${host} is in use: stop what listens there, or give another with --listen.`
      : `--listen ${host}:${port} is not possible: ${message}.`,
  );
}

/** Until a signal, or the time is over. */
function untilEnd({ duration }: ProxyOptions, { signal }: CliContext): Promise<void> {
  return new Promise((resolve) => {
    const timer = duration === null ? undefined : setTimeout(resolve, duration);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

async function finish(
  checker: ProxyChecker,
  options: ProxyOptions,
  context: CliContext,
  messages: ProxyMessages,
): Promise<ExitCode> {
  const report = await checker.end().catch(() => null);
  if (report === null) {
    context.err("ittybit-qa: There is no report, because checking ended early.");
    return 2;
  }
  const code = await concludeRun(report, options, context);
  const isWhole = messages.end(report);
  return code === 0 && !isWhole ? 2 : code;
}
