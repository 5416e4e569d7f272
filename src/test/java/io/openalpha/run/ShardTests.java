package io.openalpha.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTests {

    @Property(tries = 500)
    void exactlyOneShardTakesEachName(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
            @ForAll @IntRange(min = 1, max = 64) int count) {
        assertThat(shards(count).stream().filter(shard -> shard.takes(name))).hasSize(1);
    }

    /** Processes of two versions may work on one cycle. */
    @Test
    void takesTheSameNamesInEveryVersion() {
        List<Shard> shards = shards(8);

        assertThat(List.of("AAPL", "BRK.B", "MSFT", "^GSPC", "ÅÄÖ"))
                .extracting(name -> IntStream.range(0, 8)
                        .filter(index -> shards.get(index).takes(name))
                        .sum())
                .containsExactly(2, 5, 7, 0, 0);
    }

    @Test
    void dividesEvenly() {
        for (Shard shard : shards(8)) {
            long taken = IntStream.range(0, 8_000)
                    .filter(number -> shard.takes("S" + number))
                    .count();
            assertThat(taken).isBetween(850L, 1_150L);
        }
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Shard.of("2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
        assertThat(Shard.of("0/1")).isEqualTo(Shard.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "8/8", "-1/8", "0/0", "a/b", "1/2/3", "1 / 2", "9999999/9999999"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.of(text));
    }

    private static List<Shard> shards(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Shard(index, count))
                .toList();
    }
}
