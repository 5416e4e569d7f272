package io.openalpha.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process' share in the embedded server of a data folder. The first to come starts the server, the last to close
 * stops it; a process that dies without closing counts as gone. When all of them die so, the server goes on until the
 * next one has come and closed.
 */
final class EmbeddedDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final ServerFolder folder;
    private final EmbeddedServer server;
    private final Lease lease;
    private final ServerAddress address;

    private EmbeddedDatabase(ServerFolder folder, EmbeddedServer server, Lease lease, ServerAddress address) {
        this.folder = folder;
        this.server = server;
        this.lease = lease;
        this.address = address;
    }

    /** @throws DatabaseUnavailableException if no server can be run in that folder */
    static EmbeddedDatabase in(Path dataFolder) {
        return in(dataFolder, Map.of());
    }

    /** @param settings PostgreSQL's, for a folder that is still empty */
    static EmbeddedDatabase in(Path dataFolder, Map<String, String> settings) {
        ServerFolder folder = ServerFolder.at(dataFolder);
        EmbeddedServer server = new EmbeddedServer(folder, settings);
        try {
            return FolderLock.whileHolding(folder, () -> enter(folder, server));
        } catch (IOException e) {
            throw folder.unusable(e);
        }
    }

    private static EmbeddedDatabase enter(ServerFolder folder, EmbeddedServer server) throws IOException {
        Lease lease = Lease.take(folder.leases());
        try {
            return new EmbeddedDatabase(folder, server, lease, server.ensureRunning());
        } catch (IOException | RuntimeException e) {
            lease.giveBack();
            throw e;
        }
    }

    @Override
    public DatabaseLocation location() {
        return new DatabaseLocation(getJdbcUrl(), true);
    }

    @Override
    public String getUsername() {
        return Cluster.USER;
    }

    @Override
    public String getPassword() {
        return address.password();
    }

    @Override
    public String getJdbcUrl() {
        return address.url(ServerAddress.DATABASE);
    }

    @Override
    public void close() {
        try {
            FolderLock.whileHolding(folder, this::leave);
        } catch (IOException e) {
            LOG.warn("Could not leave the database in '{}' in good order: {}", folder.root(), FileProblems.describe(e));
        }
    }

    private boolean leave() throws IOException {
        lease.giveBack();
        boolean last = !Lease.anyAlive(folder.leases());
        if (last) {
            server.stop();
        }
        return last;
    }
}
