package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorporateActionTests {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 10);

    @Test
    void addsUpWhatIsPaidOnOneDayAndCountsEqualActionsOnce() {
        assertThat(CorporateAction.onePerDay(List.of(
                        CorporateAction.dividend(DAY, 0.5),
                        CorporateAction.dividend(DAY, 1.25),
                        CorporateAction.dividend(DAY, 0.5),
                        CorporateAction.split(DAY, 4, 1),
                        CorporateAction.dividend(DAY.plusDays(1), 0.5))))
                .containsExactly(
                        CorporateAction.dividend(DAY, 1.75),
                        CorporateAction.split(DAY, 4, 1),
                        CorporateAction.dividend(DAY.plusDays(1), 0.5));
    }
}
