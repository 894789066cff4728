export { NO_VOCABULARY, type Vocabulary, vocabularyOf } from "./redaction/contract-vocabulary.js";
export {
  createRedactor,
  type ExchangeRedactor,
  type Redactor,
  type RedactorOptions,
} from "./redaction/redactor.js";
export { createSecretNames, type IsSecretName } from "./redaction/secret-names.js";
export { REDACTED } from "./redaction/visitor.js";
