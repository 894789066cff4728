/**
 * `name=value` in queries and forms, also in a URL that stands percent-encoded inside another one. Groups: what
 * stands before, name, equals sign, value.
 */
export const pairs =
  /(^|[?&;]|%3f|%26)([\w.[\]%-]{1,64}?)(=|%3d)([^&\s"'<>;#]+?)(?=$|[?&\s"'<>;#]|%26|%3f)/gi;
