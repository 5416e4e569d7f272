package io.openalpha.dashboard.page;

import io.openalpha.admin.audit.AuditLog;
import io.openalpha.admin.audit.AuditResult;
import io.openalpha.admin.launch.LaunchException;
import io.openalpha.admin.launch.TooSoonException;
import io.openalpha.admin.launch.UnknownRunException;
import io.openalpha.model.ModelStoreException;
import java.util.Map;
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
            String sentence = work.get();
            log.record(user, act, target, AuditResult.DONE, Map.of());
            return new Notice(true, sentence);
        } catch (IllegalArgumentException | TooSoonException | UnknownRunException refused) {
            return noted(user, act, target, AuditResult.REFUSED, refused);
        } catch (LaunchException | ModelStoreException failed) {
            return noted(user, act, target, AuditResult.FAILED, failed);
        } catch (RuntimeException unexpected) {
            noted(user, act, target, AuditResult.FAILED, unexpected);
            throw unexpected;
        }
    }

    private Notice noted(String user, String act, String target, AuditResult result, RuntimeException why) {
        String reason = String.valueOf(why.getMessage());
        log.record(user, act, target, result, Map.of("reason", reason));
        return new Notice(false, Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".");
    }
}
