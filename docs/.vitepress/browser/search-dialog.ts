export function searchDialog(): void {}
