package io.openalpha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTests {

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 s",
        "PT42.9S,42 s",
        "PT119S,119 s",
        "PT120S,2 min",
        "PT119M59S,119 min",
        "PT2H,2 h",
        "PT47H59M,47 h",
        "PT48H,2 d",
        "P400D,400 d"
    })
    void isWrittenInTheLargestUnitThatFits(Duration age, String told) {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(Age.between(now.minus(age), now)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"PT1S", "PT5H"})
    void isNothingForWhatIsAheadOfTheClock(Duration ahead) {
        assertThat(Age.between(Instant.EPOCH.plus(ahead), Instant.EPOCH)).isEqualTo("0 s");
    }
}
