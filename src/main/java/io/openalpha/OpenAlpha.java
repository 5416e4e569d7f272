package io.openalpha;

import io.openalpha.app.CommandLineInterface;
import java.util.Locale;
import java.util.TimeZone;

/** Where the process begins: {@code openalpha <command>}. */
public final class OpenAlpha {

    private OpenAlpha() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // What is stored, printed and written to files reads alike everywhere, whatever language the user's system
        // speaks.
        Locale.setDefault(Locale.ROOT);
        // Spring Batch stores local times; only one zone makes them comparable between machines.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        System.exit(CommandLineInterface.run(arguments));
    }
}
