import { ContractError } from "../contract-error.js";
import type { Notice } from "./contract-model.js";
import type { DocumentFault } from "./structure/document-fault.js";

/** What to do about the faults of a document. */
export interface FaultVerdict {
  /** Why the document is refused; empty if it is not. */
  readonly refused: readonly ContractError[];
  /** Whether the document could be used in spite of everything in `refused`. */
  readonly isOnlyStructure: boolean;
  readonly notices: readonly Notice[];
}

/** Collects what is wrong with a document, so that one run reports all of it. */
export class FaultList {
  readonly #unusable = new Map<string, ContractError>();
  readonly #concluded = new Set<string>();
  readonly #structural = new Map<string, DocumentFault>();

  /** Runs a part of the work. Returns null if the document cannot be used there. */
  attempt<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      this.add(error);
      return null;
    }
  }

  /** Adds a part that cannot be used. */
  add(fault: ContractError): void {
    if (!this.#concluded.has(fault.pointer)) keepFirst(this.#unusable, fault);
  }

  /** Adds a part that cannot be used for a reason that makes all others at its pointer pointless. */
  addConclusive(fault: ContractError): void {
    this.add(fault);
    this.#concluded.add(fault.pointer);
  }

  /** Adds a part that is not allowed, and can be used. */
  addStructural(fault: DocumentFault): void {
    keepFirst(this.#structural, fault);
  }

  /** Whether every part can be used. */
  get isUsable(): boolean {
    return this.#unusable.size === 0;
  }

  /** @param isLenient whether everything that can be used is accepted */
  verdict(isLenient: boolean): FaultVerdict {
    const unusable = [...this.#unusable.values()];
    const pointers = new Set(unusable.map(({ pointer }) => pointer));
    // what cannot be used has an error that says more
    const structural = [...this.#structural.values()].filter(({ pointer }) => !pointers.has(pointer));
    const isAccepted = ({ isHarmless }: DocumentFault) => isLenient || isHarmless;
    const refused = structural.filter((fault) => !isAccepted(fault)).map(errorOf);
    return {
      refused: [...unusable, ...refused],
      isOnlyStructure: unusable.length === 0,
      notices: structural.filter(isAccepted).map(noticeOf),
    };
  }
}

function keepFirst<Fault extends { readonly pointer: string; readonly problem: string }>(
  faults: Map<string, Fault>,
  fault: Fault,
): void {
  const id = `${fault.pointer} ${fault.problem}`;
  if (!faults.has(id)) faults.set(id, fault);
}

function errorOf({ problem, pointer, fix }: DocumentFault): ContractError {
  return new ContractError(problem, { pointer }, fix);
}

function noticeOf({ problem, pointer }: DocumentFault): Notice {
  return { code: "document-fault", name: problem, pointer };
}
