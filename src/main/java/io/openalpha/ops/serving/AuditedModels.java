package io.openalpha.ops.serving;

import io.openalpha.ml.model.VersionName;
import io.openalpha.ml.prediction.ModelEvents;
import io.openalpha.ops.audit.AuditLog;
import io.openalpha.ops.audit.AuditResult;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Records in the audit log when the service loads a version, or cannot. */
record AuditedModels(AuditLog log) implements ModelEvents {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedModels.class);
    private static final String SERVICE = "openalpha";
    private static final String ACT = "load-model";

    @Override
    public void serving(VersionName version) {
        note(version, AuditResult.DONE, Map.of());
    }

    @Override
    public void refused(VersionName version, String problem) {
        note(version, AuditResult.FAILED, Map.of("reason", problem));
    }

    /** Models serve, whether or not it can be recorded. */
    private void note(VersionName version, AuditResult result, Map<String, String> details) {
        try {
            log.record(SERVICE, ACT, version.toString(), result, details);
        } catch (DataAccessException e) {
            LOG.warn("What became of {} could not be noted: {}", version, e.getMessage());
        }
    }
}
