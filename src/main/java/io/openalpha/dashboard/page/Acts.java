package io.openalpha.dashboard.page;

import io.openalpha.admin.audit.AuditLog;
import io.openalpha.admin.launch.LaunchException;
import io.openalpha.admin.launch.TooSoonException;
import io.openalpha.admin.launch.UnknownRunException;
import io.openalpha.model.ModelStoreException;
import java.util.function.Supplier;

/** Does what users ask for in the pages, and notes it, whether or not it succeeds. */
public final class Acts {

    private final AuditLog log;

    Acts(AuditLog log) {
        this.log = log;
    }

    /**
     * Does something in a user's name.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     * @param work ends with a sentence about what was done; it may refuse by an {@link IllegalArgumentException}
     */
    public Notice perform(String user, String act, String target, Supplier<String> work) {
        try {
            return new Notice(true, log.perform(user, act, target, Acts::isRefusal, work));
        } catch (IllegalArgumentException
                | TooSoonException
                | UnknownRunException
                | LaunchException
                | ModelStoreException told) {
            return new Notice(false, sentence(String.valueOf(told.getMessage())));
        }
    }

    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof TooSoonException
                || failure instanceof UnknownRunException;
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }
}
