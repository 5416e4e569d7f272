package io.openalpha.admin.api;

import io.openalpha.admin.audit.AuditLog;
import io.openalpha.admin.audit.AuditResult;
import io.openalpha.admin.launch.TooSoonException;
import io.openalpha.admin.launch.UnknownRunException;
import io.openalpha.admin.problem.ProblemException;
import java.security.Principal;
import java.util.Map;
import java.util.function.Supplier;

/** Notes them in the audit log. */
final class AuditedActs implements Acts {

    private final AuditLog log;

    AuditedActs(AuditLog log) {
        this.log = log;
    }

    @Override
    public <T> T of(Principal user, String act, String target, Supplier<T> work) {
        try {
            T done = work.get();
            log.record(user.getName(), act, target, AuditResult.DONE, Map.of());
            return done;
        } catch (RuntimeException e) {
            AuditResult result = isRefusal(e) ? AuditResult.REFUSED : AuditResult.FAILED;
            log.record(user.getName(), act, target, result, Map.of("reason", String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof ProblemException
                || failure instanceof IllegalArgumentException
                || failure instanceof TooSoonException
                || failure instanceof UnknownRunException;
    }
}
