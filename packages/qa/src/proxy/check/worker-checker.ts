import { createRedactor } from "@ittybit/contract/redaction";
import { checkRecord } from "../../checker/check-record.js";
import { openContract } from "../../checker/open-contract.js";
import { Coverage } from "../../coverage/coverage.js";
import type { ReportFinding } from "../../report/report.js";
import { ReportBuilder } from "../../report/report-builder.js";
import type { UnansweredRequest } from "../capture/captured-exchange.js";
import { pairsOf } from "../raw-headers.js";
import { type BatchedExchange, unpackExchanges } from "./exchange-batch.js";
import type { ProxyWorkerReply, ProxyWorkerSettings, ProxyWorkerTask } from "./proxy-worker-protocol.js";
import { openRecording, type UnansweredRecord } from "./recording.js";
import { UploadChecks } from "./upload-checks.js";

/** Runs the tasks of a proxy inside the checking worker. */
export interface WorkerChecker {
  run(task: ProxyWorkerTask): Promise<void>;
}

/** Distinct findings that are reported live; those beyond are in the report only. */
const MAX_LIVE_FINDINGS = 10_000;

/** @throws ContractError when the document of `spec` cannot be used */
export async function openWorkerChecker(
  { spec, document, strict, allow, today, redact, noRedact, record }: ProxyWorkerSettings,
  reply: (message: ProxyWorkerReply) => void,
): Promise<WorkerChecker> {
  const { contract, identity, plan, matchesSchema } = await openContract(
    spec,
    { strict, allow, today },
    document,
  );
  const builder = new ReportBuilder(identity, new Coverage(plan, matchesSchema));
  const redactor = createRedactor({ redact, noRedact, vocabulary: contract.vocabulary });
  const isFresh = freshnessFilter();
  const onRecordingFailed = (reason: string) => reply({ kind: "recording-failed", reason });
  const recording = record === null ? null : openRecording(record, redactor, onRecordingFailed);
  const uploads = new UploadChecks(contract, (bytes) => reply({ kind: "upload-read", bytes }));

  const check = async ({ record: exchange, upload }: BatchedExchange): Promise<readonly ReportFinding[]> => {
    recording?.add(exchange);
    const request = upload === null ? undefined : uploads.take(upload);
    const outcome = await checkRecord(contract, exchange, request);
    return builder.addOutcome(outcome, redactor);
  };

  return {
    async run(task) {
      switch (task.kind) {
        case "exchanges": {
          const exchanges = unpackExchanges(task.batch);
          const fresh: ReportFinding[] = [];
          for (const exchange of exchanges) fresh.push(...(await check(exchange)).filter(isFresh));
          reply({ kind: "exchanges-checked", count: exchanges.length, fresh });
          break;
        }
        case "check": {
          const [exchange] = unpackExchanges(task.batch);
          const findings = exchange === undefined ? [] : await check(exchange);
          reply({ kind: "checked", number: task.number, findings, fresh: findings.filter(isFresh) });
          break;
        }
        case "upload":
          uploads.receive(task);
          break;
        case "unanswered":
          recording?.addUnanswered(unansweredRecord(task.request));
          builder.addUnanswered();
          break;
        case "skipped":
          builder.addSkipped(task.count);
          break;
        case "upgraded":
          builder.addUpgraded();
          break;
        case "report":
          recording?.close();
          reply({ kind: "report", report: builder.report() });
          break;
        default:
          task satisfies never;
      }
    },
  };
}

/** Accepts each fingerprint once, up to a limit. */
function freshnessFilter(): (finding: ReportFinding) => boolean {
  const known = new Set<string>();
  return ({ fingerprint }) => {
    if (known.has(fingerprint) || known.size >= MAX_LIVE_FINDINGS) return false;
    known.add(fingerprint);
    return true;
  };
}

function unansweredRecord({ id, started, method, url, headers }: UnansweredRequest): UnansweredRecord {
  const request = { method, url, headers: pairsOf(headers), body: undefined };
  return { id, started: new Date(started).toISOString(), request };
}
