package io.openalpha.web.dashboard.schedule;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openalpha.ops.launch.JobRequest;
import io.openalpha.ops.launch.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What starts by itself, and the forms to start it now. */
@Controller
class SchedulePage {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulePage.class);

    private final Plans plans;
    private final Tasks tasks;

    SchedulePage(Plans plans, Tasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    @GetMapping("/schedule")
    String show(Model model) {
        model.addAttribute("launcher", tasks.launcher()).addAttribute("jobs", JobRequest.JOBS);
        try {
            plans.all().ifPresent(all -> model.addAttribute("plans", all));
        } catch (KubernetesClientException e) {
            LOG.warn("The CronJobs cannot be read: {}", e.getMessage());
            model.addAttribute("trouble", "Kubernetes does not tell the CronJobs: " + e.getMessage());
        }
        return "schedule";
    }
}
