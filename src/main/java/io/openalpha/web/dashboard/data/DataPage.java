package io.openalpha.web.dashboard.data;

import io.openalpha.market.SeriesHealth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is stored of all symbols, those with problems first. */
@Controller
class DataPage {

    private static final int ROWS = 40;
    private static final int LONGEST_SYMBOL = 20;

    private final DataStates states;
    private final SymbolTable table;
    private final StaleSymbols stale;

    DataPage(DataStates states, SymbolTable table, StaleSymbols stale) {
        this.states = states;
        this.table = table;
        this.stale = stale;
    }

    @GetMapping("/data")
    String show(
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "only", defaultValue = "") String only,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        DataState state = states.present();
        List<SymbolRow> rows = rows(state, text, only);
        int pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
        int page = Math.max(1, Math.min(number, pages));
        List<SymbolRow> shown = rows.subList((page - 1) * ROWS, Math.min(page * ROWS, rows.size()));
        model.addAttribute("state", state)
                .addAttribute("rows", shown)
                .addAttribute("found", rows.size())
                .addAttribute(
                        "symbols",
                        String.join(",", shown.stream().map(SymbolRow::name).toList()))
                .addAttribute(
                        "charted",
                        shown.stream().filter(row -> !row.health().isEmpty()).count())
                .addAttribute("quarantine", table.quarantine(null))
                .addAttribute("text", text)
                .addAttribute("only", only)
                .addAttribute("page", page)
                .addAttribute("pages", pages);
        return "data";
    }

    @GetMapping(path = "/data/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Coverage.Drawing coverage(@RequestParam("symbols") List<String> symbols) {
        return states.present().coverage().of(symbols.stream().limit(ROWS).toList());
    }

    private List<SymbolRow> rows(DataState state, String text, String only) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        return state.health().stream()
                .filter(health -> typed.length() <= LONGEST_SYMBOL
                        && health.symbol().name().contains(typed))
                .filter(kind(only))
                .map(SymbolRow::new)
                .sorted(Comparator.comparingLong(SymbolRow::concern).reversed().thenComparing(SymbolRow::name))
                .toList();
    }

    private Predicate<SeriesHealth> kind(@Nullable String only) {
        return switch (only == null ? "" : only) {
            case "gaps" -> health -> health.lacking() > 0;
            case "conflict" -> SeriesHealth::isInConflict;
            case "quarantine" -> health -> health.quarantined() > 0;
            case "stale" -> stale.asOfNow();
            case "problems" -> health -> !health.isClean();
            default -> health -> true;
        };
    }
}
