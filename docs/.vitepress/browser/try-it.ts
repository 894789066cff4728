export function console_(): void {}
