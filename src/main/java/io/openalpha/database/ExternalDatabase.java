package io.openalpha.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** A PostgreSQL server that OpenAlpha does not run itself. */
final class ExternalDatabase implements Database {

    private final String url;
    private final @Nullable String username;
    private final @Nullable String password;

    private ExternalDatabase(String url, @Nullable String username, @Nullable String password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /**
     * @param wait for as long as it cannot be connected to
     * @throws DatabaseUnavailableException if it cannot be connected to, or is too old
     */
    static ExternalDatabase at(String url, DataSourceProperties properties, DatabaseWait wait) {
        String username = properties.getUsername();
        String password = properties.getPassword();
        ExternalDatabase database = new ExternalDatabase(url, username, password);
        ExternalProbe probe = new ExternalProbe(url, database.location());
        wait.until(() -> probe.check(username, password));
        return database;
    }

    @Override
    public DatabaseLocation location() {
        return DatabaseLocation.external(url);
    }

    @Override
    public @Nullable String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public void close() {}
}
