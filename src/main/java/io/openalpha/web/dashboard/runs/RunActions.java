package io.openalpha.web.dashboard.runs;

import io.openalpha.ops.launch.JobRequest;
import io.openalpha.ops.launch.RunControl;
import io.openalpha.ops.launch.TaskStatus;
import io.openalpha.ops.launch.Tasks;
import io.openalpha.run.ExitCode;
import io.openalpha.run.RunEnd;
import io.openalpha.run.RunId;
import io.openalpha.web.dashboard.page.AuditedActions;
import io.openalpha.web.dashboard.page.Notice;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The actions on runs. Each ends on the page of its run. */
@Controller
class RunActions {

    private final RunControl control;
    private final Tasks tasks;
    private final AuditedActions auditedActions;

    RunActions(RunControl control, Tasks tasks, AuditedActions auditedActions) {
        this.control = control;
        this.tasks = tasks;
        this.auditedActions = auditedActions;
    }

    @PostMapping("/jobs/{job}/start")
    String start(
            @PathVariable("job") String job,
            @RequestParam Map<String, String> form,
            Principal user,
            RedirectAttributes next) {
        return begin("start-job", job, user, next, () -> tasks.start(request(job, form), user.getName()));
    }

    @PostMapping("/runs/{run}/restart")
    String restart(
            @PathVariable("run") RunId run, @RequestParam("job") String job, Principal user, RedirectAttributes next) {
        return back(run, next, auditedActions.perform(user.getName(), "restart-run", run.value(), () -> {
            control.restart(job, run, user.getName());
            return "The run goes on where it ended.";
        }));
    }

    @PostMapping("/runs/{run}/stop")
    String stop(
            @PathVariable("run") RunId run, @RequestParam("job") String job, Principal user, RedirectAttributes next) {
        return back(run, next, auditedActions.perform(user.getName(), "stop-run", run.value(), () -> {
            control.stop(job, run);
            return "The run stops after the current chunk.";
        }));
    }

    @PostMapping("/runs/{run}/abandon")
    String abandon(
            @PathVariable("run") RunId run, @RequestParam("job") String job, Principal user, RedirectAttributes next) {
        return back(run, next, auditedActions.perform(user.getName(), "abandon-run", run.value(), () -> {
            RunEnd end = control.abandon(job, run);
            if (end.exitCode() != ExitCode.DONE) {
                throw new IllegalArgumentException(end.message());
            }
            return "The run is abandoned.";
        }));
    }

    private String begin(String act, String job, Principal user, RedirectAttributes next, Supplier<TaskStatus> begin) {
        AtomicReference<TaskStatus> begun = new AtomicReference<>();
        String target = job.length() > 40 ? job.substring(0, 40) : job;
        Notice notice = auditedActions.perform(user.getName(), act, target, () -> {
            begun.set(begin.get());
            return "%s is on its way.".formatted(target);
        });
        TaskStatus task = begun.get();
        next.addFlashAttribute("notice", notice);
        return task == null ? "redirect:/schedule" : "redirect:/runs/" + task.run();
    }

    private static String back(RunId run, RedirectAttributes next, Notice notice) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/runs/" + run;
    }

    /** Fields that are left empty are not meant. */
    private static JobRequest request(String job, Map<String, String> values) {
        Map<String, String> meant = new HashMap<>(values);
        meant.keySet().retainAll(Set.of("symbols", "from", "to", "full"));
        meant.values().removeIf(String::isBlank);
        return JobRequest.of(job, meant);
    }
}
