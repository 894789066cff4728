// @ts-nocheck: it is run with the client as installed
// Renders a component that uses a hook, as a server and a test do.
import { createClient } from "@ittybit/client";
import { createQueries } from "@ittybit/client/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { outcome } from "./cases.mjs";

const INIT = { params: { path: { id: "vJ3kq9ZtWm2d" } } };

export const runHooks = (base) =>
  outcome(async () => {
    const queries = createQueries(createClient({ apiKey: "key", baseUrl: base, retry: 0 }));
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    await client.fetchQuery(queries.queryOptions("get", "/media/{id}", INIT));
    const Title = () => queries.useQuery("get", "/media/{id}", INIT).data?.data.title;
    const html = renderToString(createElement(QueryClientProvider, { client }, createElement(Title)));
    if (html !== "Harbour at dawn") throw new Error(`rendered ${html}`);
  });
