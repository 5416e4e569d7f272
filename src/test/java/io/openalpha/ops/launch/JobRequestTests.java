package io.openalpha.ops.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openalpha.market.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRequestTests {

    @Test
    void isTheSameAfterItWasText() {
        JobRequest request = new JobRequest(
                "backfill",
                List.of(new Symbol("A"), new Symbol("BRK.B")),
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 2, 3),
                true);

        assertThat(request.parameters())
                .containsOnly(
                        Map.entry("symbols", "A BRK.B"),
                        Map.entry("from", "2026-01-02"),
                        Map.entry("to", "2026-02-03"),
                        Map.entry("full", "true"));
        assertThat(JobRequest.of("backfill", request.parameters())).isEqualTo(request);
    }

    @Test
    void isTheCommandLineThatDoesIt() {
        assertThat(JobRequest.train().commandLine()).containsExactly("train");
        assertThat(JobRequest.of("backfill", Map.of("symbols", "a, b a", "to", "2026-02-03"))
                        .commandLine())
                .containsExactly("backfill", "--to", "2026-02-03", "A", "B");
    }

    @ParameterizedTest
    @CsvSource({
        "train,    symbols, A,          train takes no symbols: it learns from all that are stored",
        "collect,  from,    2026-01-01, 'collect takes no ''from'', ''to'' or ''full'': only backfill does'",
        "collect,  full,    true,       'collect takes no ''from'', ''to'' or ''full'': only backfill does'",
        "backfill, from,    yesterday,  '''from'' is no date of the form 2026-11-22'",
        "backfill, full,    yes,        '''full'' is neither true nor false'",
        "backfill, symbols, --help,     'symbol ''--HELP'' does not begin with a letter, a digit or ^'",
        "backfill, since,   2026-01-01, 'there are no parameters but ''symbols'', ''from'', ''to'' and ''full'''",
        "migrate,  full,    false,      'there is no such job to start: one of collect, backfill, train'"
    })
    void isRefusedWhenItMakesNoSense(String job, String name, String value, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobRequest.of(job, Map.of(name, value)))
                .withMessage(complaint);
    }

    @Test
    void isRefusedWhenItEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobRequest.of("backfill", Map.of("from", "2026-02-01", "to", "2026-01-01")))
                .withMessage("the history ends on 2026-01-01, before it begins on 2026-02-01");
    }

    @Test
    void namesAThousandSymbolsAtMost() {
        List<Symbol> many = IntStream.rangeClosed(1, 1001)
                .mapToObj(number -> new Symbol("S" + number))
                .toList();

        assertThat(JobRequest.collect(many.subList(0, 1000)).symbols()).hasSize(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobRequest.collect(many))
                .withMessage("1001 symbols are named, and at most 1,000 can be; name none for all");
    }
}
