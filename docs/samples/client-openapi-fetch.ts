import { createClient } from "@ittybit/client/openapi-fetch";
import { QueryClient } from "@tanstack/react-query";
import createQueries from "openapi-react-query";

const ittybit = createClient({ apiKey: "test", baseUrl: process.env.ITTYBIT_BASE_URL });

ittybit.use({
  onResponse: ({ request, response }) => console.log(request.method, response.status),
});

const { data, error } = await ittybit.GET("/media", { params: { query: { limit: 3 } } });
if (error) console.error(error.error.message);
else console.log("listed", data.data.length);

// The hooks of openapi-react-query: queries.useQuery("get", "/media/{id}", init) in a component.
const queries = createQueries(ittybit);
const init = { params: { path: { id: "vJ3kq9ZtWm2d" } } };
const cached = await new QueryClient().fetchQuery(queries.queryOptions("get", "/media/{id}", init));
console.log("cached", cached.data.title);
