/**
 * What the collector's promise needs of the server (design 2): no statement, parameter or key value
 * reaches the log, no commit times, no archive.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  log_statement: "none",
  log_min_duration_statement: "-1",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  track_commit_timestamp: "off",
  archive_mode: "off",
};
