import { ApiError, InputError, NetworkError, ProcessingError, TimeoutError } from "@ittybit/client";

/** An error of the client, with all that it tells. */
export function Problem({ error, onRetry }: { error: Error; onRetry?: (() => void) | undefined }) {
  const details = error instanceof ApiError ? error.details : [];
  const further = details.filter(({ message }) => !error.message.includes(message));
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{headline(error)}</p>
      <p>{error.message}</p>
      {further.length > 0 && (
        <ul>
          {further.map(({ location, field, message }) => (
            <li key={`${location} ${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {requestId && (
        <p className="quiet">
          Request <code>{requestId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

function headline(error: Error): string {
  if (error instanceof InputError) return "This cannot be sent";
  if (error instanceof NetworkError) return "No connection";
  if (error instanceof TimeoutError) return "This took too long";
  if (error instanceof ProcessingError) return "This file could not be processed";
  if (!(error instanceof ApiError)) return "Something went wrong";
  if (error.status === 401 || error.status === 403) return "No access";
  if (error.status === 404) return "Not found";
  if (error.status === 429) return "Too many requests";
  return error.status >= 500 ? "The API has a problem" : "The request was rejected";
}
