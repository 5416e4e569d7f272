package io.openalpha.app;

import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands of OpenAlpha under one name. */
@Command(
        name = "openalpha",
        description = "Market data every hour and honestly evaluated models every night.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            CollectCommand.class,
            BackfillCommand.class,
            TrainCommand.class,
            QuotesCommand.class,
            BarsCommand.class,
            DataCommand.class,
            SymbolsCommand.class,
            PredictCommand.class,
            ModelsCommand.class,
            RunsCommand.class,
            ServeCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            MigrateCommand.class,
            RehearseCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 a check found something, 2 bad usage or configuration, 3 failed, 4 stopped, 5 already at work."
        })
public final class CommandLineInterface implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    CommandLineInterface() {}

    /**
     * Runs the command that the arguments name.
     *
     * @return the exit code of the process
     */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new CommandLineInterface());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.registerConverter(LocalDate.class, new DateConverter());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            ErrorReport errorReport = ErrorReport.about(failure);
            errorReport.print(command.getErr());
            return errorReport.exitCode().code();
        });
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }
}
