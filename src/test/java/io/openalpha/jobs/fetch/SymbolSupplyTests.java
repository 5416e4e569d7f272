package io.openalpha.jobs.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolSupplyTests {

    private static final Symbol A = new Symbol("A");
    private static final Symbol B = new Symbol("B");
    private static final Symbol BRK = new Symbol("BRK.B");

    @Test
    void suppliesEachSymbolOnceInTheOrderOfNames() {
        SymbolSupply supply = SymbolSupply.of(List.of(BRK, A, B, A));

        assertThat(supply.count()).isEqualTo(3);
        assertThat(supply.after("", 9)).containsExactly(A, B, BRK);
    }

    @Test
    void goesOnAfterThePositionAndNotBeyondTheLimit() {
        SymbolSupply supply = SymbolSupply.of(List.of(A, B, BRK));

        assertThat(supply.after("A", 1)).containsExactly(B);
        assertThat(supply.after("AA", 9)).containsExactly(B, BRK);
        assertThat(supply.after("BRK.B", 9)).isEmpty();
    }
}
