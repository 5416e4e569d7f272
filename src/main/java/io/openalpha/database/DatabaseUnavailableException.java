package io.openalpha.database;

import org.springframework.boot.ExitCodeGenerator;

/**
 * There is no database to work with. The message is one or two sentences for the person who started OpenAlpha: what is
 * wrong, where, and what to do; it never holds a password.
 */
public final class DatabaseUnavailableException extends RuntimeException implements ExitCodeGenerator {

    private static final int CONFIGURATION = 2;
    private static final int FAILURE = 3;

    private final int exitCode;

    private DatabaseUnavailableException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The settings or the folder must be changed first: trying again does not help. */
    static DatabaseUnavailableException misconfigured(String message) {
        return new DatabaseUnavailableException(CONFIGURATION, message);
    }

    /** The database is unavailable at the moment: trying again later may help. */
    static DatabaseUnavailableException unreachable(String message) {
        return new DatabaseUnavailableException(FAILURE, message);
    }

    /** The exit code of a command that ends for this reason: 2 for settings to be corrected, 3 when a retry may help. */
    @Override
    public int getExitCode() {
        return exitCode;
    }
}
