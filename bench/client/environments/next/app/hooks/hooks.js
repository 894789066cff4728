// @ts-nocheck: it is run with the client as installed
"use client";

import { createClient } from "@ittybit/client";
import { createQueries } from "@ittybit/client/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useState } from "react";

export function Hooks({ base }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Suspense>
        <Title base={base} />
      </Suspense>
    </QueryClientProvider>
  );
}

function Title({ base }) {
  const queries = createQueries(
    createClient({ apiKey: null, baseUrl: base, headers: { Authorization: "Bearer key" } }),
  );
  const { data } = queries.useSuspenseQuery("get", "/media/{id}", {
    params: { path: { id: "vJ3kq9ZtWm2d" } },
  });
  return <h1>{data.data.title}</h1>;
}
