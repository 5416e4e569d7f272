package io.openalpha.source.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Symbol;
import io.openalpha.source.wire.SourceFailure.Unusable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTests {

    @Test
    void whatASourceSaysIsOnePrintableLine() {
        assertThat(new Unusable("no\0 data\r\n\u202efor\u2028 you\ud800").detail())
                .isEqualTo("no data for you");
    }

    @Test
    void whatASourceSaysIsCutBetweenTwoCharacters() {
        String detail = new Unusable("\ud83d\udcc8".repeat(400)).detail();

        assertThat(detail.codePointCount(0, detail.length())).isEqualTo(300);
        assertThat(detail).endsWith("\ud83d\udcc8\u2026");
    }

    @Test
    void namesOfAHistoryAreClean() {
        History history = new History(
                new Symbol("AAPL"),
                "N\0YSE",
                "US\tD",
                ZoneOffset.UTC,
                true,
                "yahoo",
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of());

        assertThat(history.exchange()).isEqualTo("N YSE");
        assertThat(history.currency()).isEqualTo("US D");
    }
}
