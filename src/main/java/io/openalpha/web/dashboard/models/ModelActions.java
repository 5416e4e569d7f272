package io.openalpha.web.dashboard.models;

import io.openalpha.ml.model.ModelReader;
import io.openalpha.ml.model.ModelRegistry;
import io.openalpha.ml.model.Reason;
import io.openalpha.ml.model.UnknownVersionException;
import io.openalpha.ml.model.VersionName;
import io.openalpha.web.dashboard.page.AuditedActions;
import io.openalpha.web.dashboard.page.Notice;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decides which version serves. */
@Controller
class ModelActions {

    private static final String WHY = "by hand, in the dashboard";

    private final ModelRegistry registry;
    private final ModelReader reader;
    private final AuditedActions auditedActions;

    ModelActions(ModelRegistry registry, ModelReader reader, AuditedActions auditedActions) {
        this.registry = registry;
        this.reader = reader;
        this.auditedActions = auditedActions;
    }

    @PostMapping("/models/{version}/promote")
    String promote(@PathVariable("version") VersionName version, Principal user, RedirectAttributes next) {
        return show(next, auditedActions.perform(user.getName(), "promote", version.toString(), () -> {
            try {
                registry.version(version);
                reader.verify(version);
                registry.promote(version, Reason.of(user.getName(), WHY));
            } catch (UnknownVersionException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            return "%s serves within some seconds.".formatted(version);
        }));
    }

    @PostMapping("/models/{algorithm}/rollback")
    String rollBack(@PathVariable("algorithm") String algorithm, Principal user, RedirectAttributes next) {
        String target = algorithm.length() > 60 ? algorithm.substring(0, 60) : algorithm;
        return show(next, auditedActions.perform(user.getName(), "rollback", target, () -> registry.rollBack(
                        algorithm, Reason.of(user.getName(), WHY))
                .map(version -> "%s serves again, within some seconds.".formatted(version))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no earlier version of %s to return to".formatted(target)))));
    }

    private static String show(RedirectAttributes next, Notice notice) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/models";
    }
}
