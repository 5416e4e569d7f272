package io.openalpha.web.dashboard.schedule;

import io.openalpha.ops.audit.AuditEvent;
import io.openalpha.ops.audit.AuditLog;
import io.openalpha.ops.audit.AuditQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what. */
@Controller
class AuditPage {

    private static final int ROWS = 100;

    private final AuditLog log;

    AuditPage(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    String show(
            @RequestParam(name = "who", required = false) @Nullable String who,
            @RequestParam(name = "what", required = false) @Nullable String what,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            Model model) {
        String person = blankAsNull(who);
        String act = blankAsNull(what);
        List<AuditEvent> events = log.page(new AuditQuery(person, act, before, ROWS + 1));
        List<AuditEvent> page = events.subList(0, Math.min(ROWS, events.size()));
        model.addAttribute("events", page)
                .addAttribute("who", person)
                .addAttribute("what", act)
                .addAttribute("narrow", person != null || act != null);
        if (events.size() > ROWS) {
            model.addAttribute("next", page.get(ROWS - 1).id());
        }
        return "audit";
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
