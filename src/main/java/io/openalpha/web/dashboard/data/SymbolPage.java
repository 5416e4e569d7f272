package io.openalpha.web.dashboard.data;

import io.openalpha.market.BarReader;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.PastPredictions;
import io.openalpha.ml.prediction.PredictionResult;
import io.openalpha.ml.prediction.Predictor;
import io.openalpha.run.RunHistory;
import io.openalpha.web.dashboard.page.NoPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** All that is stored of one symbol. */
@Controller
class SymbolPage {

    private static final int CHARTED_YEARS = 10;
    private static final int FAILURES = 20;

    private final SymbolTable table;
    private final DataStates states;
    private final QuoteStore quotes;
    private final BarReader bars;
    private final ConflictStore conflicts;
    private final Predictor predictor;
    private final PastPredictions past;
    private final RunHistory history;
    private final Clock clock;

    SymbolPage(
            SymbolTable table,
            DataStates states,
            QuoteStore quotes,
            BarReader bars,
            ConflictStore conflicts,
            Predictor predictor,
            PastPredictions past,
            RunHistory history,
            Clock clock) {
        this.table = table;
        this.states = states;
        this.quotes = quotes;
        this.bars = bars;
        this.conflicts = conflicts;
        this.predictor = predictor;
        this.past = past;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/data/symbols/{symbol}")
    String show(@PathVariable("symbol") Symbol symbol, Model model) {
        model.addAttribute(
                "about",
                table.about(symbol)
                        .orElseThrow(() -> new NoPageException("OpenAlpha does not know %s.".formatted(symbol))));
        states.present().health().stream()
                .filter(health -> health.symbol().equals(symbol))
                .findFirst()
                .ifPresent(health -> model.addAttribute("row", new SymbolRow(health)));
        quotes.latest(List.of(symbol)).stream().findFirst().ifPresent(quote -> model.addAttribute("quote", quote)
                .addAttribute(
                        "old", !quotes.old(List.of(symbol), clock.instant()).isEmpty()));
        conflicts.of(symbol).stream().findFirst().ifPresent(found -> model.addAttribute("conflict", found));
        PredictionResult outcome = predictor.predict(symbol);
        if (outcome instanceof PredictionResult.Predicted predicted) {
            model.addAttribute("predicted", predicted).addAttribute("foreseen", foreseen(predicted));
        }
        model.addAttribute("unpredicted", reason(outcome))
                .addAttribute("records", TrackRecord.of(past.of(symbol)))
                .addAttribute("failures", history.failuresOf(symbol.name(), FAILURES))
                .addAttribute("gaps", table.gaps(symbol))
                .addAttribute("quarantine", table.quarantine(symbol))
                .addAttribute("restatements", table.restatements(symbol));
        return "symbol";
    }

    @GetMapping(path = "/data/symbols/{symbol}/bars", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    BarChart bars(@PathVariable("symbol") Symbol symbol) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = bars.mark().newest();
        LocalDate end = last == null || last.isAfter(today) ? today : last;
        return BarChart.of(bars, symbol, end.minusYears(CHARTED_YEARS), today);
    }

    @GetMapping(path = "/data/symbols/{symbol}/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    PredictionChart predictions(@PathVariable("symbol") Symbol symbol) {
        return PredictionChart.of(past.of(symbol));
    }

    private static String foreseen(PredictionResult.Predicted predicted) {
        return predicted.combined() == null
                ? "what each of them was trained to foresee comes true"
                : TrackRecord.foreseen(predicted.probabilities().get(0).model().label());
    }

    private static String reason(PredictionResult outcome) {
        if (outcome instanceof PredictionResult.NoModel) {
            return "No model serves: train one first.";
        }
        if (outcome instanceof PredictionResult.TooLittleHistory little) {
            return "Too little history: %s bars of the %s that are needed."
                    .formatted(little.bars(), PredictionResult.TooLittleHistory.NEEDED);
        }
        return "Not known to the models yet.";
    }
}
