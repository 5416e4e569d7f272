package io.openalpha.run;

/**
 * How a run ended.
 *
 * @param exitCode for the process
 * @param message one sentence for the log
 */
public record RunEnd(ExitCode exitCode, String message) {}
