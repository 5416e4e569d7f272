package io.openalpha.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A program that uses the embedded database of the folder given to it. It prints {@code ready} with the time that took,
 * then answers every line of SQL with one value, and leaves at the end of its input.
 */
public final class LeaseHolder {

    private LeaseHolder() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.in(Path.of(arguments[0]))) {
            System.out.println("ready " + (System.nanoTime() - start) / 1_000_000);
            answer(new JdbcTemplate(new DriverManagerDataSource(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())));
        } catch (DatabaseUnavailableException e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    /** Starts the program and waits until it holds its lease. */
    static JavaProcess startIn(Path folder) {
        JavaProcess process = JavaProcess.start(LeaseHolder.class, folder.toString());
        assertThat(process.line()).startsWith("ready");
        return process;
    }

    private static void answer(JdbcTemplate jdbc) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String sql = input.readLine(); sql != null; sql = input.readLine()) {
            String line = sql;
            System.out.println(jdbc.execute((Statement statement) -> firstValue(statement, line)));
        }
    }

    private static String firstValue(Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return "done";
        }
        ResultSet rows = statement.getResultSet();
        rows.next();
        return rows.getString(1);
    }
}
