package io.openalpha.web.api;

import io.openalpha.ops.audit.AuditLog;
import io.openalpha.ops.launch.TooSoonException;
import io.openalpha.ops.launch.UnknownRunException;
import io.openalpha.web.problem.ProblemException;
import java.security.Principal;
import java.util.function.Supplier;

/** Records actions of the API in the audit log. */
final class AuditedRequests {

    private final AuditLog log;

    AuditedRequests(AuditLog log) {
        this.log = log;
    }

    /**
     * Performs a user's action and records it, whether or not it succeeds.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     */
    <T> T of(Principal user, String act, String target, Supplier<T> work) {
        return log.perform(user.getName(), act, target, AuditedRequests::isRefusal, work);
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof ProblemException
                || failure instanceof IllegalArgumentException
                || failure instanceof TooSoonException
                || failure instanceof UnknownRunException;
    }
}
