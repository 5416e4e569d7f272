package io.openalpha.source.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class Float32Tests {

    @Test
    void undoesTheWideningOfAPrice() {
        assertThat(Float32.shortest(171.3999938964844)).isEqualTo(171.4);
        assertThat(Float32.shortest(0.1)).isEqualTo(0.1);
    }

    @Property
    void standsForTheSameSinglePrecisionNumber(@ForAll @FloatRange(min = 0.01f, max = 1e9f) float price) {
        assertThat((float) Float32.shortest(price)).isEqualTo(price);
    }

    @Property
    void isNoLongerThanWhatJavaPrints(@ForAll @FloatRange(min = 0.01f, max = 1e6f) float price) {
        assertThat(Double.toString(Float32.shortest(price)).length())
                .isLessThanOrEqualTo(Float.toString(price).length());
    }
}
