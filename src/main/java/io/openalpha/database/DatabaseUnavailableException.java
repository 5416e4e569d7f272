package io.openalpha.database;

import org.springframework.boot.ExitCodeGenerator;

/**
 * There is no database to work with. The message is one or two sentences for the user: what is
 * wrong, where, and what to do; it never holds a password.
 */
public final class DatabaseUnavailableException extends RuntimeException implements ExitCodeGenerator {

    private static final int CONFIGURATION = 2;
    private static final int FAILURE = 3;
    private static final int STOPPED = 4;

    private final int exitCode;
    private final boolean mayPass;

    private DatabaseUnavailableException(int exitCode, boolean mayPass, String message) {
        super(message);
        this.exitCode = exitCode;
        this.mayPass = mayPass;
    }

    /** The settings or the folder must be changed first: trying again does not help. */
    static DatabaseUnavailableException misconfigured(String message) {
        return new DatabaseUnavailableException(CONFIGURATION, false, message);
    }

    /** Either the settings must be changed, or the database is still being made. */
    static DatabaseUnavailableException missing(String message) {
        return new DatabaseUnavailableException(CONFIGURATION, true, message);
    }

    /** A stop was asked for before there was a database. */
    static DatabaseUnavailableException stopped(String message) {
        return new DatabaseUnavailableException(STOPPED, false, message);
    }

    /** The database is unavailable at the moment: trying again later may help. */
    static DatabaseUnavailableException unreachable(String message) {
        return new DatabaseUnavailableException(FAILURE, true, message);
    }

    /** Whether it may pass by itself within minutes. */
    boolean mayPass() {
        return mayPass;
    }

    /**
     * The exit code of a command that ends for this reason: 2 for settings to be corrected, 3 when a retry may help, 4
     * if stopped.
     */
    @Override
    public int getExitCode() {
        return exitCode;
    }
}
