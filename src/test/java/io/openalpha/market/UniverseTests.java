package io.openalpha.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.database.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UniverseTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Symbol MSFT = new Symbol("MSFT");
    private static final Symbol STRANGER = new Symbol("STRANGER");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Universe universe = new Universe(JdbcClient.create(database.dataSource()));

    @Test
    void takesTheLaterOfTwoOfOneSymbol() {
        universe.save(List.of(Instrument.listed(AAPL, "First", null), Instrument.listed(AAPL, "Second", null)));

        assertThat(universe.all(true)).contains(Instrument.listed(AAPL, "Second", null));
    }

    @Test
    void savesWhatAListSays() {
        Instrument apple = Instrument.listed(AAPL, "Apple Inc.", "Information Technology");

        universe.save(List.of(apple));

        assertThat(universe.all(false)).containsExactly(apple);
    }

    @Test
    void keepsTitleAndSectorWhereTheNewOneHasNone() {
        universe.save(List.of(Instrument.listed(AAPL, "Apple", "Technology")));

        universe.save(List.of(Instrument.listed(AAPL, null, null)));
        universe.save(List.of(Instrument.listed(AAPL, "Apple Inc.", null)));

        assertThat(universe.all(false)).containsExactly(Instrument.listed(AAPL, "Apple Inc.", "Technology"));
    }

    @Test
    void doesNotDisableWhatIsNamedOutsideTheUniverse() {
        add(AAPL);

        universe.save(List.of(Instrument.known(AAPL), Instrument.known(MSFT)));

        assertThat(universe.all(true)).extracting(Instrument::symbol).containsExactly(AAPL);
        assertThat(universe.enabledCount()).isOne();
    }

    @Test
    void enablesAndDisables() {
        add(AAPL, MSFT);

        assertThat(universe.enable(List.of(AAPL, STRANGER), false)).isOne();
        assertThat(universe.all(true)).extracting(Instrument::symbol).containsExactly(MSFT);

        assertThat(universe.enable(List.of(AAPL), true)).isOne();
        assertThat(universe.all(true)).extracting(Instrument::symbol).containsExactly(AAPL, MSFT);
    }

    @Test
    void namesTheUnknownOnesOnce() {
        add(AAPL);

        assertThat(universe.unknown(List.of(STRANGER, AAPL, MSFT, STRANGER))).containsExactly(MSFT, STRANGER);
        assertThat(universe.unknown(List.of())).isEmpty();
    }

    @Test
    void countsOneNotFoundADay() {
        add(AAPL);

        notFound(DAY, AAPL);
        notFound(DAY, AAPL);
        assertThat(streak(AAPL)).isOne();

        notFound(DAY.plusDays(1), AAPL);
        assertThat(streak(AAPL)).isEqualTo(2);
    }

    @Test
    void beginsTheCountAnewWhenFound() {
        add(AAPL, MSFT);
        notFound(DAY, AAPL, MSFT);

        universe.found(List.of(AAPL));

        assertThat(streak(AAPL)).isZero();
        assertThat(streak(MSFT)).isOne();
    }

    @Test
    void setsAsideWhatWasNotFoundForTooManyDays() {
        add(MSFT, AAPL);

        assertThat(notFound(DAY, AAPL, MSFT)).isEmpty();
        assertThat(notFound(DAY.plusDays(1), AAPL, MSFT)).isEmpty();
        assertThat(notFound(DAY.plusDays(2), MSFT, AAPL)).containsExactly(AAPL, MSFT);

        assertThat(universe.all(true)).isEmpty();
        assertThat(notFound(DAY.plusDays(3), AAPL, MSFT)).isEmpty();
    }

    @Test
    void givesWhatIsEnabledAgainAllItsDays() {
        add(AAPL, MSFT);
        Stream.of(0, 1, 2).forEach(day -> notFound(DAY.plusDays(day), AAPL, MSFT));

        universe.enable(List.of(AAPL), true);
        add(MSFT);

        assertThat(notFound(DAY.plusDays(3), AAPL, MSFT)).isEmpty();
        assertThat(universe.all(true)).extracting(Instrument::notFoundStreak).containsExactly(1, 1);
    }

    @Test
    void doesNotForgetTheCountWhenAnEnabledOneIsSavedAgain() {
        add(AAPL);
        notFound(DAY, AAPL);

        add(AAPL);

        assertThat(streak(AAPL)).isOne();
    }

    @Test
    void isOrderedByBytesInAnyLanguage() {
        add(symbols("A_B", "A-B", "A.B", "AB", "A1", "^A", "9A", "A"));

        assertThat(universe.all(false))
                .extracting(instrument -> instrument.symbol().name())
                .isSorted()
                .hasSize(8);
    }

    @Test
    void isReadPageByPage() {
        add(symbols("D", "A", "B.X", "C", "BX"));
        universe.enable(List.of(new Symbol("C")), false);

        assertThat(universe.enabledAfter("", 2)).containsExactly(symbols("A", "B.X"));
        assertThat(universe.enabledAfter("B.X", 2)).containsExactly(symbols("BX", "D"));
        assertThat(universe.enabledAfter("D", 2)).isEmpty();
    }

    private void add(Symbol... symbols) {
        universe.save(Stream.of(symbols)
                .map(symbol -> Instrument.listed(symbol, null, null))
                .toList());
    }

    private List<Symbol> notFound(LocalDate day, Symbol... symbols) {
        return universe.notFound(List.of(symbols), day, 3);
    }

    private int streak(Symbol symbol) {
        return universe.all(false).stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .notFoundStreak();
    }

    private static Symbol[] symbols(String... names) {
        return Stream.of(names).map(Symbol::new).toArray(Symbol[]::new);
    }
}
