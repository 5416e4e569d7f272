package io.openalpha.admin.api;

import io.openalpha.admin.audit.AuditLog;
import io.openalpha.admin.launch.TooSoonException;
import io.openalpha.admin.launch.UnknownRunException;
import io.openalpha.admin.problem.ProblemException;
import java.security.Principal;
import java.util.function.Supplier;

/** Notes them in the audit log. */
final class Acts {

    private final AuditLog log;

    Acts(AuditLog log) {
        this.log = log;
    }

    /**
     * Does something in a user's name and notes it, whether or not it succeeds.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     */
    <T> T of(Principal user, String act, String target, Supplier<T> work) {
        return log.perform(user.getName(), act, target, Acts::isRefusal, work);
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof ProblemException
                || failure instanceof IllegalArgumentException
                || failure instanceof TooSoonException
                || failure instanceof UnknownRunException;
    }
}
