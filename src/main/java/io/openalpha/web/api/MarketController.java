package io.openalpha.web.api;

import io.openalpha.market.BarReader;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.StoredBar;
import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.web.problem.ProblemException;
import io.openalpha.web.view.BarView;
import io.openalpha.web.view.QuoteView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Market data")
class MarketController {

    private final QuoteStore quotes;
    private final BarReader bars;
    private final Universe universe;
    private final ConflictStore conflicts;
    private final Clock clock;

    MarketController(QuoteStore quotes, BarReader bars, Universe universe, ConflictStore conflicts, Clock clock) {
        this.quotes = quotes;
        this.bars = bars;
        this.universe = universe;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @Operation(summary = "The latest quote of every symbol, or of some")
    @GetMapping(
            path = "/quotes",
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TYPE})
    List<QuoteView> quotes(
            @Parameter(description = "These only, separated by commas", example = "AAPL,MSFT")
                    @RequestParam(name = "symbols", required = false)
                    @Nullable
                    List<Symbol> symbols) {
        return latest(symbols == null ? List.of() : symbols);
    }

    @Operation(summary = "The latest quote of a symbol")
    @GetMapping(path = "/quotes/{symbol}", produces = MediaType.APPLICATION_JSON_VALUE)
    QuoteView quote(@Parameter(example = "AAPL") @PathVariable("symbol") Symbol symbol) {
        return latest(List.of(symbol)).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problems.noQuote(symbol, isKnown(symbol))));
    }

    private List<QuoteView> latest(List<Symbol> symbols) {
        Set<Symbol> old = quotes.old(symbols, clock.instant());
        return quotes.latest(symbols).stream()
                .map(quote -> QuoteView.of(quote, old))
                .toList();
    }

    @Operation(summary = "The daily bars of a symbol, oldest first")
    @GetMapping(
            path = "/bars/{symbol}",
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TYPE})
    List<BarView> bars(
            @Parameter(example = "AAPL") @PathVariable("symbol") Symbol symbol,
            @Parameter(description = "First day", example = "2026-01-01")
                    @RequestParam(name = "from", defaultValue = "1900-01-01")
                    LocalDate from,
            @Parameter(description = "Last day", example = "2026-11-20")
                    @RequestParam(name = "to", defaultValue = "2999-12-31")
                    LocalDate to) {
        if (to.isBefore(from)) {
            throw new ProblemException(Problems.badParameter("to", to.toString(), "a day on or after from=" + from));
        }
        List<BarView> found = read(symbol, from, to);
        if (found.isEmpty() && !isKnown(symbol)) {
            throw new ProblemException(Problems.unknownSymbol(symbol));
        }
        return found;
    }

    @Operation(summary = "The symbols whose source contradicts itself or what is stored, by name")
    @GetMapping(
            path = "/conflicts",
            produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TYPE})
    List<ConflictView> conflicts() {
        return conflicts.of(null).stream().map(ConflictView::of).toList();
    }

    private List<BarView> read(Symbol symbol, LocalDate from, LocalDate to) {
        try (Stream<StoredBar> rows = bars.stream(List.of(symbol), from, to)) {
            return rows.map(BarView::of).toList();
        }
    }

    private boolean isKnown(Symbol symbol) {
        return universe.unknown(List.of(symbol)).isEmpty();
    }
}
