package io.openalpha.run;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The history of a database, for tests of other packages. */
public final class RunHistoryFixture {

    private RunHistoryFixture() {}

    public static RunHistory of(JdbcClient jdbc) {
        return new RunHistory(jdbc);
    }
}
