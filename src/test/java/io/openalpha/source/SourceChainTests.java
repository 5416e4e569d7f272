package io.openalpha.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import io.openalpha.TestClock;
import io.openalpha.market.Quote;
import io.openalpha.market.Symbol;
import io.openalpha.source.activity.RequestWatch;
import io.openalpha.source.activity.SourceActivity;
import io.openalpha.source.guard.GuardedSource;
import io.openalpha.source.wire.SourceFailure;
import io.openalpha.source.wire.SourceFailure.Garbled;
import io.openalpha.source.wire.SourceFailure.InvalidRequest;
import io.openalpha.source.wire.SourceFailure.NoData;
import io.openalpha.source.wire.SourceFailure.NotFound;
import io.openalpha.source.wire.SourceFailure.QuotaSpent;
import io.openalpha.source.wire.SourceFailure.RateLimited;
import io.openalpha.source.wire.SourceFailure.Unauthorized;
import io.openalpha.source.wire.SourceFailure.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceChainTests {

    private static final Symbol BRK_B = new Symbol("BRK.B");

    private final TestClock clock = TestClock.standingAt("2026-03-03T12:00:00Z");
    private final ScriptedSource yahoo = new ScriptedSource("yahoo");
    private final ScriptedSource alphaVantage = new ScriptedSource("alphavantage");
    private final SourceChain chain = new SourceChain(List.of(guarded(yahoo), guarded(alphaVantage)));
    private final LogLines log = new LogLines(SourceChain.class.getName(), Level.INFO);

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void thePrimarySourceAnswers() throws Exception {
        assertThat(source(chain.latest(BRK_B))).isEqualTo("yahoo");

        assertThat(alphaVantage.calls()).isZero();
        assertThat(chain.names()).containsExactly("yahoo", "alphavantage");
        assertThat(log.lines()).containsExactly("INFO Collected BRK.B using yahoo (primary)");
    }

    @Test
    void theFallbackAnswersWhateverIsWrongWithThePrimary() throws Exception {
        for (SourceFailure failure : List.of(
                new Unavailable("?"),
                new Garbled("?"),
                new RateLimited("?", null),
                new NotFound("?"),
                new NoData("?"),
                new InvalidRequest("?"),
                new QuotaSpent("?", clock.instant()),
                new Unauthorized("?"))) {
            yahoo.fails(failure);

            assertThat(source(chain.latest(BRK_B))).isEqualTo("alphavantage");
        }
        assertThat(log.lines().subList(0, 2))
                .containsExactly(
                        "WARN yahoo failed for BRK.B, using alphavantage fallback",
                        "INFO Collected BRK.B using alphavantage (fallback)");
    }

    @Test
    void theFallbackAnswersWhileThePrimarysCircuitIsOpen() throws Exception {
        yahoo.fails(new Unauthorized("?"));
        chain.latest(BRK_B);
        chain.latest(BRK_B);

        assertThat(yahoo.calls()).isEqualTo(1);
        assertThat(alphaVantage.calls()).isEqualTo(2);
        assertThat(chain.untilAvailable()).isZero();
    }

    @Test
    void aScarceFallbackIsKeptForOutages() throws Exception {
        alphaVantage.becomesScarce();
        yahoo.fails(new NotFound("unknown"));

        SourceFailures unknown = failures(chain.latest(BRK_B));

        assertThat(unknown.bySource()).isEqualTo(Map.of("yahoo", new NotFound("unknown")));
        assertThat(unknown.reason()).isEqualTo("not_found");
        assertThat(unknown.worthRetrying()).isFalse();
        assertThat(log.lines()).containsExactly("ERROR yahoo failed for BRK.B, skipping");

        yahoo.fails(new Unavailable("down"));
        assertThat(source(chain.latest(BRK_B))).isEqualTo("alphavantage");
    }

    @Test
    void whenBothFailTheReasonIsThePrimarys() throws Exception {
        yahoo.fails(new Unavailable("down"));
        alphaVantage.fails(new NotFound("unknown"));

        SourceFailures answer = failures(chain.latest(new Symbol("INVALID")));

        assertThat(answer.bySource())
                .containsExactly(
                        Map.entry("yahoo", new Unavailable("down")),
                        Map.entry("alphavantage", new NotFound("unknown")));
        assertThat(answer.reason()).isEqualTo("unavailable");
        assertThat(answer.worthRetrying()).isTrue();
        assertThat(log.lines())
                .containsExactly(
                        "WARN yahoo failed for INVALID, using alphavantage fallback",
                        "ERROR Both sources failed for INVALID, skipping");
    }

    @Test
    void whenAllCircuitsAreOpenTheFirstToCloseCounts() throws Exception {
        yahoo.fails(new Unauthorized("?"));
        alphaVantage.fails(new QuotaSpent("?", clock.instant().plus(Duration.ofHours(5))));
        chain.latest(BRK_B);

        assertThat(chain.untilAvailable()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aChainOrAnAnswerOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceChain(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceFailures(Map.of(), false));
    }

    @Test
    void aSymbolIsUnknownToAllOnlyWhenNoSourceIsAway() throws Exception {
        yahoo.fails(new NotFound("unknown"));
        alphaVantage.fails(new NotFound("unknown"));
        assertThat(failures(chain.latest(BRK_B)).unknownToAll()).isTrue();
        assertThat(failures(chain.latest(new Symbol("^GSPC"))).unknownToAll()).isFalse();

        alphaVantage.fails(new Unavailable("down"));
        assertThat(failures(chain.latest(BRK_B)).unknownToAll()).isFalse();

        alphaVantage.fails(new Unauthorized("?"));
        chain.latest(BRK_B);
        SourceFailures away = failures(chain.latest(BRK_B));
        assertThat(away.bySource()).containsOnlyKeys("yahoo");
        assertThat(away.unknownToAll()).isFalse();
    }

    @Test
    void aSymbolIsUnknownToAllWhenAScarceSourceIsSpared() throws Exception {
        alphaVantage.becomesScarce();
        yahoo.fails(new NotFound("unknown"));

        assertThat(failures(chain.latest(BRK_B)).unknownToAll()).isTrue();
    }

    @Test
    void aRefusalSaysUntilWhenAndWhy() throws Exception {
        yahoo.fails(new Unauthorized("no crumb"));
        alphaVantage.fails(new QuotaSpent("all calls are spent", clock.instant().plus(Duration.ofHours(5))));
        chain.latest(BRK_B);

        String refused = chain.latest(BRK_B).fold(quote -> "", SourceFailures::detail, failures -> "");

        assertThat(refused).isEqualTo("yahoo: no crumb; alphavantage: all calls are spent");
    }

    private static String source(Answer<Quote> answer) {
        return answer.fold(Quote::source, refused -> "refused", failures -> "failed");
    }

    private static SourceFailures failures(Answer<Quote> answer) {
        return answer.fold(
                quote -> {
                    throw new AssertionError(quote);
                },
                refused -> {
                    throw new AssertionError(refused);
                },
                failures -> failures);
    }

    private GuardedSource guarded(ScriptedSource source) {
        return new GuardedSource(
                source,
                source,
                Settings.guard(),
                new SourceActivity(source.name(), clock, RequestWatch.all(List.of())),
                clock);
    }
}
