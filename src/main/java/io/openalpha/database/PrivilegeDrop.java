package io.openalpha.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. For root its programs are therefore started as the folder's owner; or, in a folder
 * of root's own, in a user namespace where root has no privileges; or, where there are no user namespaces, as user
 * 65534, to whom the folder is then given.
 */
final class PrivilegeDrop {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");

    private PrivilegeDrop() {}

    /** What to put before a command line so that PostgreSQL's programs run; empty for an ordinary user. */
    static List<String> prefix(ServerFolder folder) throws IOException {
        if (new UnixSystem().getUid() != ROOT) {
            return List.of();
        }
        int owner = owner(Files.exists(folder.data()) ? folder.data() : folder.root());
        if (owner != ROOT) {
            return as(owner, folder);
        }
        if (runs(USER_NAMESPACE)) {
            return USER_NAMESPACE;
        }
        return as(NOBODY, folder);
    }

    private static List<String> as(int user, ServerFolder folder) throws IOException {
        List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        if (!runs(prefix)) {
            throw DatabaseUnavailableException.misconfigured(
                    ("PostgreSQL refuses to run as root and neither 'unshare' nor 'setpriv' works here: start"
                                    + " OpenAlpha as an ordinary user who owns '%s', or set SPRING_DATASOURCE_URL.")
                            .formatted(folder.root()));
        }
        giveTo(user, folder.root());
        return prefix;
    }

    private static boolean runs(List<String> prefix) {
        try {
            return Command.of(prefix, "true").run().succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    private static void giveTo(int user, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (owner(file) != user) {
                    Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(file, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
