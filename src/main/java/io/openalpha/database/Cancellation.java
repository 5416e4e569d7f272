package io.openalpha.database;

/** Says whether this process was asked to stop, so that it waits for no database any longer. */
@FunctionalInterface
public interface Cancellation {

    boolean requested();
}
