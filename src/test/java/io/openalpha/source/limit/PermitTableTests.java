package io.openalpha.source.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import io.openalpha.source.limit.PermitTable.Lease;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PermitTableTests {

    private static final Duration LONG = Duration.ofMinutes(10);

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final PermitTable one = table(1);
    private final PermitTable other = table(2);

    @Test
    void aProcessThatIsAloneHasTheWholeRate() {
        assertThat(one.renew(true, 0, 0, LONG)).isEqualTo(new Lease(20, 20, 20, 0));
    }

    @Test
    void aSecondProcessGetsItsShareOnceTheFirstHasGivenItBack() {
        one.renew(true, 0, 0, LONG);

        assertThat(other.renew(true, 0, 0, LONG)).isEqualTo(new Lease(0, 10, 20, 0));
        assertThat(one.renew(false, 20, 0, LONG)).isEqualTo(new Lease(20, 10, 20, 0));
        assertThat(one.renew(false, 14, 0, LONG)).isEqualTo(new Lease(14, 10, 20, 0));
        assertThat(other.renew(false, 0, 0, LONG)).isEqualTo(new Lease(6, 10, 20, 0));
        assertThat(one.renew(false, 10, 0, LONG)).isEqualTo(new Lease(10, 10, 20, 0));
        assertThat(other.renew(false, 6, 0, LONG)).isEqualTo(new Lease(10, 10, 20, 0));
    }

    @Test
    void aProcessThatFellSilentLosesItsPermits() {
        one.renew(true, 0, 0, LONG);
        jdbc.sql("update source_permit set expires_at = now() - interval '1 second'")
                .update();

        assertThat(other.renew(false, 0, 0, LONG)).isEqualTo(new Lease(20, 20, 20, 0));
    }

    @Test
    void aProcessThatEndsKeepsItsPermitsForTheTimeThatItNames() {
        one.renew(true, 0, 0, LONG);
        one.leave(LONG);
        assertThat(other.renew(true, 0, 0, LONG).permits()).isZero();

        one.leave(Duration.ZERO);

        assertThat(other.renew(false, 0, 0, LONG)).isEqualTo(new Lease(20, 20, 20, 0));
    }

    @Test
    void aComplaintToOneProcessHalvesTheRateOfAllAndOnce() {
        one.renew(true, 0, 0, LONG);
        other.renew(true, 0, 0, LONG);

        assertThat(one.slowDown(0)).isEqualTo(10);
        assertThat(other.slowDown(0)).isZero();

        assertThat(other.renew(false, 0, 0, LONG)).isEqualTo(new Lease(0, 5, 10, 1));
    }

    @Test
    void theRateDoesNotFallBelowOne() {
        one.renew(true, 0, 0, LONG);
        assertThat(Stream.iterate(0L, seen -> seen + 1).limit(6).map(one::slowDown))
                .containsExactly(10, 5, 2, 1, 1, 1);
    }

    @Test
    void successesOfAllProcessesSinceTheComplaintBringTheRateBack() {
        one.renew(true, 0, 0, LONG);
        one.slowDown(0);
        one.renew(false, 0, 500, LONG);
        one.renew(false, 0, 9, LONG);

        assertThat(other.renew(true, 0, 0, LONG).rate()).isEqualTo(10);
        assertThat(other.renew(false, 0, 11, LONG).rate()).isEqualTo(12);
        assertThat(one.renew(false, 0, 1_000, LONG).rate()).isEqualTo(20);
    }

    @Test
    void processesThatAreMoreThanTheCallsTakeTurns() {
        List<PermitTable> tables = Stream.of(1, 2, 3, 4, 5).map(this::table).toList();
        jdbc.sql("insert into source_rate values ('yahoo', 2, 0, 0)").update();
        tables.forEach(table -> table.renew(false, 0, 0, LONG));

        int permits = tables.stream()
                .mapToInt(table -> table.renew(false, 0, 0, LONG).permits())
                .sum();

        assertThat(permits).isLessThanOrEqualTo(2);
    }

    @Test
    void aNewCycleBeginsWithTheFullRate() {
        one.renew(true, 0, 0, LONG);
        one.slowDown(0);
        jdbc.sql("truncate source_permit").update();

        assertThat(other.renew(true, 0, 0, LONG).rate()).isEqualTo(20);
    }

    private PermitTable table(int process) {
        return new PermitTable(database.dataSource(), "yahoo", 20, new UUID(0, process));
    }
}
