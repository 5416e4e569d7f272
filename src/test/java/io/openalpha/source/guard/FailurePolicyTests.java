package io.openalpha.source.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.source.guard.FailurePolicy.Circuit;
import io.openalpha.source.guard.FailurePolicy.Next;
import io.openalpha.source.wire.SourceFailure;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePolicyTests {

    private static final List<SourceFailure> ALL = List.of(
            new SourceFailure.Unavailable("x"),
            new SourceFailure.Garbled("x"),
            new SourceFailure.RateLimited("x", null),
            new SourceFailure.QuotaSpent("x", Instant.EPOCH),
            new SourceFailure.NotFound("x"),
            new SourceFailure.NoData("x"),
            new SourceFailure.Unusable("x"),
            new SourceFailure.InConflict("x"),
            new SourceFailure.Unauthorized("x"),
            new SourceFailure.InvalidRequest("x"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            unavailable,     true,  COUNTS,    ASKED
            garbled,         true,  COUNTS,    ASKED
            rate_limited,    true,  COUNTS,    ASKED
            quota_spent,     false, OPENS,     ASKED
            not_found,       false, UNTOUCHED, ASKED_UNLESS_SCARCE
            no_data,         false, UNTOUCHED, ASKED_UNLESS_SCARCE
            unusable,        false, UNTOUCHED, ASKED_UNLESS_SCARCE
            in_conflict,     false, UNTOUCHED, ASKED_UNLESS_SCARCE
            unauthorized,    false, OPENS,     ASKED
            invalid_request, false, UNTOUCHED, ASKED
            """)
    void eachFailureHasItsRow(String reason, boolean retried, Circuit circuit, Next next) {
        FailurePolicy row = FailurePolicy.of(failure(reason));

        assertThat(row.isRetried()).isEqualTo(retried);
        assertThat(row.circuit()).isEqualTo(circuit);
        assertThat(row.next()).isEqualTo(next);
    }

    @Test
    void noFailureIsLeftOut() {
        assertThat(ALL)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(SourceFailure.class.getPermittedSubclasses()));
        assertThat(ALL).extracting(FailurePolicy::of).containsExactlyInAnyOrder(FailurePolicy.values());
    }

    private static SourceFailure failure(String reason) {
        return ALL.stream().filter(f -> f.reason().equals(reason)).findFirst().orElseThrow();
    }
}
