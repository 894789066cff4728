import type { Contract } from "@ittybit/contract";
import { type ExchangeRecord, RecordError } from "../exchange-record.js";
import { type Format, readers } from "../input/format.js";
import type { Piece } from "../input/piece.js";
import { type Cut, readSource, type Source } from "../input/read-source.js";
import { judge } from "../judge.js";
import type { IsSecretName } from "../redaction/secret-name.js";
import type { Tally } from "../report/tally.js";

export interface CheckSettings {
  readonly contract: Contract;
  readonly isSecret: IsSecretName;
  /** null: each source tells its own. */
  readonly format: Format | null;
  /** Ends the reading early; what was read is kept. */
  readonly ended: AbortSignal;
  readonly onProgress?: (cut: Cut) => void;
}

/** Checks all exchanges of a source, adding to the tally as they come. @throws when the source cannot be read */
export async function checkSource(source: Source, tally: Tally, settings: CheckSettings): Promise<void> {
  for await (const cut of readSource(source, settings.format)) {
    for (const piece of cut.pieces) {
      if (settings.ended.aborted) return;
      await checkPiece(piece, cut.format, source.name, tally, settings);
    }
    settings.onProgress?.(cut);
  }
}

async function checkPiece(
  piece: Piece,
  format: Format,
  source: string,
  tally: Tally,
  { contract, isSecret }: CheckSettings,
): Promise<void> {
  const record = readPiece(piece, format);
  switch (record.kind) {
    case "broken":
      tally.addBroken({
        source,
        number: record.number,
        problem: `${readers[format].piece} ${record.problem}`,
      });
      break;
    case "unanswered":
      tally.addUnanswered();
      break;
    case "exchange":
      tally.addVerdict(await judge(contract, record), isSecret);
      break;
    default:
      record satisfies never;
  }
}

function readPiece(piece: Piece, format: Format): ExchangeRecord {
  if (piece.kind === "broken") return piece;
  try {
    return readers[format].read(piece.bytes);
  } catch (error) {
    if (error instanceof RecordError) return { kind: "broken", number: piece.number, problem: error.message };
    throw error;
  }
}
