package io.openalpha.web.dashboard.page;

import io.openalpha.ml.model.ModelStoreException;
import io.openalpha.ops.audit.AuditLog;
import io.openalpha.ops.launch.LaunchException;
import io.openalpha.ops.launch.TooSoonException;
import io.openalpha.ops.launch.UnknownRunException;
import java.util.function.Supplier;

/** Performs the actions of users in the pages, and records them, whether or not they succeed. */
public final class AuditedActions {

    private final AuditLog log;

    AuditedActions(AuditLog log) {
        this.log = log;
    }

    /**
     * Performs a user's action.
     *
     * @param act such as {@code promote}
     * @param target what it is done to
     * @param work ends with a sentence about what was done; it may refuse by an {@link IllegalArgumentException}
     */
    public Notice perform(String user, String act, String target, Supplier<String> work) {
        try {
            return new Notice(true, log.perform(user, act, target, AuditedActions::isRefusal, work));
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
