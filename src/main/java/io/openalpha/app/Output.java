package io.openalpha.app;

import io.openalpha.format.Csv;
import io.openalpha.format.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the rows of a command as its user asks for them: a table for people, JSON or CSV for programs. */
final class Output {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @ArgGroup
    private @Nullable Form form;

    /** Whether the output is for programs. */
    boolean forPrograms() {
        return form != null;
    }

    /**
     * Prints records. Their components are the properties of the JSON and the columns of the CSV.
     *
     * @param hint what standard error says when there are no rows
     */
    <R> void print(Class<R> type, List<R> rows, Table<? super R> table, String hint) {
        if (rows.isEmpty() && !forPrograms()) {
            command.commandLine().getErr().println(hint);
        } else {
            print(type, rows, table);
        }
    }

    /** Prints records; a table without rows has its headings. */
    <R> void print(Class<R> type, List<R> rows, Table<? super R> table) {
        if (forPrograms()) {
            printForPrograms(type, rows, rows);
        } else {
            table.print(rows, command.commandLine().getOut());
        }
    }

    /** Prints a document as JSON, or its rows as CSV. */
    <R> void printForPrograms(Class<R> type, List<R> rows, Object document) {
        PrintWriter out = command.commandLine().getOut();
        if (form != null && form.csv) {
            printCsv(type, rows, out);
        } else {
            out.println(Json.indented(document));
        }
    }

    private static void printCsv(Class<?> type, List<?> rows, PrintWriter out) {
        try {
            Csv.write(type, rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One form or the other. */
    private static final class Form {

        @Option(names = "--json", description = "Print JSON on standard output.")
        @SuppressWarnings("UnusedVariable") // what is not CSV is JSON
        private boolean json;

        @Option(names = "--csv", description = "Print CSV on standard output.")
        private boolean csv;
    }
}
