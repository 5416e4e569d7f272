package io.openalpha.web.dashboard.schedule;

import io.openalpha.ops.launch.JobRequest;
import io.openalpha.ops.launch.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What starts by itself, and the forms to start it now. */
@Controller
class SchedulePage {

    private final Plans plans;
    private final Tasks tasks;

    SchedulePage(Plans plans, Tasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    @GetMapping("/schedule")
    String show(Model model) {
        SeenPlans seen = plans.seen();
        model.addAttribute("launcher", tasks.launcher())
                .addAttribute("jobs", JobRequest.JOBS)
                .addAttribute("plans", seen.jobs())
                .addAttribute("seenAt", seen.at())
                .addAttribute("trouble", seen.trouble())
                .addAttribute("trainingInterval", tasks.trainingInterval());
        return "schedule";
    }
}
