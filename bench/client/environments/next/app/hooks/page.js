// @ts-nocheck: it is run with the client as installed
import { Hooks } from "./hooks.js";

export const dynamic = "force-dynamic";

export default async function Page({ searchParams }) {
  const { base } = await searchParams;
  return <Hooks base={base} />;
}
