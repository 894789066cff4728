import { checkRecord } from "../../checker/check-record.js";
import { openContract } from "../../checker/open-contract.js";
import { Coverage } from "../../coverage/coverage.js";
import { secretNames } from "../../redaction/secret-name.js";
import { describeFindings } from "../../report/describe-finding.js";
import type { ReportFinding } from "../../report/report.js";
import { ReportBuilder } from "../../report/report-builder.js";
import { pairsOf } from "../raw-headers.js";
import { type BatchedExchange, unpackExchanges } from "./exchange-batch.js";
import { openRecording, type UnansweredRecord } from "./recording.js";
import { UploadChecks } from "./upload-checks.js";
import type { UnansweredRequest, WorkerReply, WorkerRequest, WorkerSettings } from "./worker-message.js";

/** Answers the questions of a proxy about exchanges, one after the other. */
export interface WorkerChecker {
  handle(question: WorkerRequest): Promise<void>;
}

/** Findings that were told are remembered up to this number; those beyond are in the report alone. */
const MAX_REPORTED_LIVE = 10_000;

/** @throws ContractError when the document of `spec` cannot be used */
export async function openWorkerChecker(
  { spec, strict, allow, today, redact, record }: WorkerSettings,
  reply: (message: WorkerReply) => void,
): Promise<WorkerChecker> {
  const { contract, identity, plan, matchesSchema } = await openContract(spec, { strict, allow, today });
  const builder = new ReportBuilder(identity, new Coverage(plan, matchesSchema));
  const isSecret = secretNames(redact);
  const known = new Set<string>();
  const fail = (reason: string) => reply({ kind: "recording-failed", reason });
  const recording = record === null ? null : openRecording(record, isSecret, fail);

  const uploads = new UploadChecks(contract, (bytes) => reply({ kind: "read", bytes }));

  const examine = async ({ record: one, upload }: BatchedExchange): Promise<ReportFinding[]> => {
    recording?.add(one);
    const verdict = await checkRecord(upload === null ? contract : uploads.contractFor(upload), one);
    builder.addOutcome(verdict, isSecret);
    if (verdict.kind !== "checked" || verdict.findings.length === 0) return [];
    return describeFindings(verdict, isSecret);
  };
  const isNew = ({ fingerprint }: ReportFinding) => {
    if (known.has(fingerprint) || known.size >= MAX_REPORTED_LIVE) return false;
    known.add(fingerprint);
    return true;
  };

  return {
    async handle(question) {
      switch (question.kind) {
        case "exchanges": {
          const exchanges = unpackExchanges(question.packet);
          const found: ReportFinding[] = [];
          for (const one of exchanges) found.push(...(await examine(one)).filter(isNew));
          reply({ kind: "done", count: exchanges.length, found });
          break;
        }
        case "verdict": {
          const [one] = unpackExchanges(question.packet);
          const findings = one === undefined ? [] : await examine(one);
          const found = findings.filter(isNew);
          reply({ kind: "verdict", number: question.number, findings, found });
          break;
        }
        case "upload":
          uploads.receive(question);
          break;
        case "unanswered":
          recording?.addUnanswered(unansweredRecord(question.request));
          builder.addUnanswered();
          break;
        case "skipped":
          builder.addSkipped(question.count);
          break;
        case "report":
          recording?.close();
          reply({ kind: "report", report: builder.report() });
          break;
        default:
          question satisfies never;
      }
    },
  };
}

function unansweredRecord({ id, started, method, url, headers }: UnansweredRequest): UnansweredRecord {
  const request = { method, url, headers: pairsOf(headers), body: undefined };
  return { id, started: new Date(started).toISOString(), request };
}
