package io.openalpha.web.security;

import io.openalpha.ops.audit.AuditLog;
import io.openalpha.ops.audit.AuditResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Notes who was refused. Wrong passwords are bounded by the limit on them, and the rest takes credentials; requests
 * without any are not noted, or anybody could fill the table.
 */
final class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final AuditLog log;

    RefusalLog(AuditLog log) {
        this.log = log;
    }

    void wrongPassword(String user, String address) {
        note(user, "sign-in", "", Map.of("address", address));
    }

    void denied(HttpServletRequest request) {
        String user = request.getRemoteUser();
        if (user != null) {
            note(user, request.getMethod(), request.getRequestURI(), Map.of("address", request.getRemoteAddr()));
        }
    }

    /** A refusal stays one, whether or not it can be noted. */
    private void note(String user, String act, String target, Map<String, String> details) {
        try {
            log.record(user, act, target, AuditResult.REFUSED, details);
        } catch (DataAccessException e) {
            LOG.warn("A refusal could not be noted: {}", e.getMessage());
        }
    }
}
