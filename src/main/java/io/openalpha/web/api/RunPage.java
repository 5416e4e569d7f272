package io.openalpha.web.api;

import io.openalpha.web.view.RunView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(description = "Runs, newest first.")
record RunPage(
        List<RunView> runs,

        @Schema(example = "4662", description = "Parameter 'before' of the next page; null on the last one") @Nullable
        Long next) {

    /** @param found one more than the page holds, where there is a next page */
    static RunPage of(List<RunView> found, int limit) {
        List<RunView> runs = found.subList(0, Math.min(limit, found.size()));
        return new RunPage(runs, found.size() > limit ? runs.get(limit - 1).execution() : null);
    }
}
