package io.openalpha.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command did when it ran in this JVM. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = CommandLineInterface.commandLine();
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commands.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
