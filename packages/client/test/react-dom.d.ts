/** What the tests use of react-dom, which has no declarations of its own. */
declare module "react-dom/client" {
  export interface Root {
    render(node: import("react").ReactNode): void;
    unmount(): void;
  }
  export function createRoot(container: object): Root;
}
