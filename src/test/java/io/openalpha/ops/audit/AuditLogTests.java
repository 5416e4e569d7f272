package io.openalpha.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openalpha.database.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditLogTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final AuditLog log = new AuditLog(jdbc);

    @Test
    void remembersWhoDidWhat() {
        log.record("ada", "train", "train-0123456789", AuditResult.DONE, Map.of("ip", "::1"));

        assertThat(log.page(AuditQuery.newest(10))).singleElement().satisfies(event -> {
            assertThat(event.who()).isEqualTo("ada");
            assertThat(event.what()).isEqualTo("train");
            assertThat(event.target()).isEqualTo("train-0123456789");
            assertThat(event.result()).isEqualTo(AuditResult.DONE);
            assertThat(event.details()).containsExactly(Map.entry("ip", "::1"));
            assertThat(event.at()).isNotNull();
        });
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (String what : List.of("1", "2", "3", "4", "5")) {
            log.record("ada", what, "", AuditResult.DONE, Map.of());
        }

        List<AuditEvent> first = log.page(AuditQuery.newest(2));
        List<AuditEvent> second =
                log.page(new AuditQuery(null, null, first.get(1).id(), 2));

        assertThat(first).extracting(AuditEvent::what).containsExactly("5", "4");
        assertThat(second).extracting(AuditEvent::what).containsExactly("3", "2");
    }

    @Test
    void listsTheActsOfOnePersonOrOfOneKind() {
        log.record("ada", "login", "", AuditResult.DONE, Map.of());
        log.record("bob", "login", "", AuditResult.REFUSED, Map.of());
        log.record("bob", "train", "", AuditResult.FAILED, Map.of());

        assertThat(log.page(new AuditQuery("bob", null, null, 9)))
                .extracting(AuditEvent::what)
                .containsExactly("train", "login");
        assertThat(log.page(new AuditQuery(null, "login", null, 9)))
                .extracting(AuditEvent::result)
                .containsExactly(AuditResult.REFUSED, AuditResult.DONE);
        assertThat(log.page(new AuditQuery("ada", "train", null, 9))).isEmpty();
    }

    @Test
    void takesWhateverASenderOfGarbageCallsItself() {
        log.record(
                "a\0b\nc" + "x".repeat(500),
                "login",
                "y".repeat(199) + "😀",
                AuditResult.REFUSED,
                Map.of("k\0", "v\0"));

        assertThat(log.page(AuditQuery.newest(1))).singleElement().satisfies(event -> {
            assertThat(event.who()).hasSize(200).startsWith("a?b?cxxx");
            assertThat(event.target()).isEqualTo("y".repeat(199));
            assertThat(event.details()).containsExactly(Map.entry("k?", "v?"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_event set who = 'x'", "delete from audit_event", "truncate audit_event"})
    void cannotBeChanged(String change) {
        log.record("ada", "train", "", AuditResult.DONE, Map.of());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(change).update())
                .withMessageContaining("audit_event is append-only");
        assertThat(log.page(AuditQuery.newest(9))).hasSize(1);
    }
}
