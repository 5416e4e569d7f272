package io.openalpha.app;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself: one of its own commands is to be named. */
abstract class CommandGroup implements Runnable {

    @Mixin
    private final Terminal terminal = new Terminal();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final void run() {
        throw new ParameterException(
                command.commandLine(),
                "name one of " + String.join(", ", command.subcommands().keySet()));
    }
}
