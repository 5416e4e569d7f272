package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"America/New_York", "Australia/Sydney", "Europe/London", "Asia/Tokyo", "UTC", "Africa/Monrovia"})
    void areThoseOfTheZoneInAnyOrderOfMoments(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDays days = new LocalDays(zone);
        Random random = new Random(7);

        for (long moment = -3_000_000_000L; moment < 4_000_000_000L; moment += random.nextInt(4_000_000) - 1_000_000) {
            assertThat(days.of(moment)).isEqualTo(LocalDate.ofInstant(Instant.ofEpochSecond(moment), zone));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_772_953_199, 1_772_953_200, 1_772_953_201, 1_793_512_799, 1_793_512_800})
    void changeWithTheClocks(long moment) {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalDays days = new LocalDays(zone);

        days.of(moment - 43_200);

        assertThat(days.of(moment)).isEqualTo(LocalDate.ofInstant(Instant.ofEpochSecond(moment), zone));
    }
}
