export const USER_AGENT = {};
