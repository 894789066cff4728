/** Why a write failed, in a few words. */
export function writeErrorReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOSPC":
      return "the disk is full";
    case "EDQUOT":
      return "the quota of the disk is used up";
    case "ENOENT":
      return "its folder does not exist";
    case "EACCES":
    case "EPERM":
      return "writing there is not allowed";
    case "EISDIR":
      return "it is a directory";
    default:
      return message;
  }
}
