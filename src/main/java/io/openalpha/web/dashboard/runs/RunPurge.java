package io.openalpha.web.dashboard.runs;

import io.openalpha.run.RunDisposal;
import io.openalpha.web.dashboard.page.AuditedActions;
import io.openalpha.web.dashboard.page.DisplayFormat;
import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removes old runs from the history. */
@Controller
class RunPurge {

    private static final int MOST_DAYS = 36_500;

    private final RunDisposal disposal;
    private final AuditedActions auditedActions;
    private final DisplayFormat displayFormat;

    RunPurge(RunDisposal disposal, AuditedActions auditedActions, DisplayFormat displayFormat) {
        this.disposal = disposal;
        this.auditedActions = auditedActions;
        this.displayFormat = displayFormat;
    }

    @PostMapping("/runs/purge")
    String purge(@RequestParam("days") int days, Principal user, RedirectAttributes next) {
        String age = displayFormat.count(days, "day");
        next.addFlashAttribute("notice", auditedActions.perform(user.getName(), "purge-runs", age, () -> {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "runs can be removed 1 to %,d days after their end, not %s", MOST_DAYS, age));
            }
            int removed = disposal.purge(Duration.ofDays(days));
            return removed == 0
                    ? "No run ended more than %s ago: nothing was removed.".formatted(age)
                    : "%s that had ended more than %s ago %s removed, with log and failures."
                            .formatted(displayFormat.count(removed, "run"), age, removed == 1 ? "was" : "were");
        }));
        return "redirect:/runs";
    }
}
