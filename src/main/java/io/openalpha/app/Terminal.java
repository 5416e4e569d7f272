package io.openalpha.app;

import io.openalpha.database.DatabaseConfiguration;
import io.openalpha.market.MarketConfiguration;
import io.openalpha.run.StopSignal;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command prints, and the application that it starts. */
@Command
final class Terminal {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    /** Standard output: data, and nothing else. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Prints a line on standard output at once. */
    void print(String format, Object... values) {
        out().println(String.format(Locale.ROOT, format, values));
        out().flush();
    }

    /** Prints a line on standard error at once. */
    void warn(String format, Object... values) {
        PrintWriter err = command.commandLine().getErr();
        err.println(String.format(Locale.ROOT, format, values));
        err.flush();
    }

    /** An application that logs as the user asks for. */
    Application application() {
        return application(new StopSignal());
    }

    /** Starts the database, the market's tables, and more. */
    ConfigurableApplicationContext open(Class<?>... more) {
        return application().start(withMarket(more));
    }

    private static Class<?>[] withMarket(Class<?>... more) {
        return Stream.concat(Stream.of(DatabaseConfiguration.class, MarketConfiguration.class), Stream.of(more))
                .toArray(Class<?>[]::new);
    }

    /** An application that Ctrl-C and SIGTERM stop. */
    Application stoppableApplication() {
        StopSignal stop = new StopSignal();
        Signals.onFirst(stop::request);
        return application(stop);
    }

    /** An application that a signal stops; it logs as the user asks for. */
    Application application(StopSignal stop) {
        return ((CommandLineInterface) command.root().userObject()).application(stop);
    }
}
