package io.openalpha;

import io.openalpha.app.CommandLineInterface;
import java.util.TimeZone;

/** Where the process begins: {@code openalpha <command>}. */
public final class OpenAlpha {

    private OpenAlpha() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Spring Batch stores local times; only one zone makes them comparable between machines.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.exit(CommandLineInterface.run(arguments));
    }
}
