export const allowManyListeners = (): void => {};
