import type { FaultList } from "../fault-list.js";
import type { DocumentFault } from "../structure/document-fault.js";
import { structureFaults } from "../structure/structure-faults.js";
import { faultOf, type NewConstruct, newConstructs, refusalOf } from "./constructs-3-2.js";
import { readVersion } from "./read-version.js";
import { upgrade30 } from "./upgrade-3-0.js";

type Document = Readonly<Record<string, unknown>>;

/**
 * Reads a document of any version as one of OpenAPI 3.1. Every part stays at its pointer. The document is not changed.
 *
 * @param faults receives what the version of the document does not allow, and what cannot be carried over
 * @throws ContractError for an unknown version
 */
export function readAsOpenApi31(written: unknown, faults: FaultList): Document {
  const version = readVersion(written);
  const document = written as Document;
  switch (version) {
    case "3.0": {
      const upgraded = upgrade30(document);
      for (const fault of [...structureFaults(document, version), ...upgraded.faults])
        faults.addStructural(fault);
      return upgraded.document;
    }
    case "3.1":
      for (const fault of structureFaults(document, version)) faults.addStructural(fault);
      return document;
    case "3.2":
      return read32({ ...document, openapi: "3.1.1" }, faults);
    default:
      return version satisfies never;
  }
}

/** A 3.2 document without new constructs is one of 3.1. */
function read32(document: Document, faults: FaultList): Document {
  const found = newConstructs(document);
  for (const construct of found) {
    if (construct.isHarmless) faults.addStructural(faultOf(construct));
    else faults.addConclusive(refusalOf(construct));
  }
  const isKnown = (fault: DocumentFault) =>
    isAllowed(fault) || found.some((construct) => explains(construct, fault));
  for (const fault of structureFaults(document, "3.2")) if (!isKnown(fault)) faults.addStructural(fault);
  return document;
}

/** A response needs no description in 3.2. */
function isAllowed({ pointer, problem }: DocumentFault): boolean {
  return problem === "description is missing" && /\/responses\/[^/]+$/.test(pointer);
}

/** Whether a fault by 3.1 only says that a construct, or what holds it, is unknown. */
function explains(construct: NewConstruct, fault: DocumentFault): boolean {
  return `${construct.pointer}/`.startsWith(`${fault.pointer}/`) && fault.pointer !== "";
}
