package io.openalpha.app;

import io.openalpha.run.ExitCode;
import io.openalpha.run.StopSignal;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
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
            "Exit codes: 0 done, 1 a check found something, 2 bad usage or configuration, 3 failed, 4 stopped,"
                    + " 5 already at work."
        })
public final class CommandLineInterface implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            description = "Log warnings and errors only.",
            scope = ScopeType.INHERIT)
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Log what helps to find a fault. OPENALPHA_LOG_LEVEL=trace logs more.",
            scope = ScopeType.INHERIT)
    private boolean verbose;

    CommandLineInterface() {}

    /**
     * Runs the command that the arguments name.
     *
     * @return the exit code of the process
     */
    public static int run(String... arguments) {
        // System.out would hide that it cannot be written.
        Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        return commandLine().setOut(new PrintWriter(new BufferedWriter(out))).execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new CommandLineInterface());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.registerConverter(LocalDate.class, new DateConverter());
        commands.setExecutionStrategy(parsed -> checkOutput(new RunLast().execute(parsed), commands));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            commands.getOut().flush();
            ErrorReport errorReport = ErrorReport.about(failure);
            errorReport.print(command.getErr());
            return errorReport.exitCode().code();
        });
        return commands;
    }

    /** Data that was not written makes a command fail that did its work otherwise. */
    private static int checkOutput(int exitCode, CommandLine commands) {
        if (!commands.getOut().checkError()) {
            return exitCode;
        }
        commands.getErr()
                .println("openalpha: standard output could not be written: its disk is full, or its reader has ended");
        commands.getErr().flush();
        return exitCode == ExitCode.DONE.code() || exitCode == ExitCode.FOUND.code()
                ? ExitCode.FAILED.code()
                : exitCode;
    }

    /** An application that logs as the options say. */
    Application application(StopSignal stop) {
        Application application = new Application(stop);
        if (quiet && verbose) {
            throw new UsageException("--quiet and --verbose contradict each other: choose one");
        }
        return quiet || verbose ? application.with(LogLevels.SETTING + "=" + (quiet ? "warn" : "debug")) : application;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }
}
