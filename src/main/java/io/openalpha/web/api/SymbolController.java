package io.openalpha.web.api;

import io.openalpha.market.Symbol;
import io.openalpha.market.Universe;
import io.openalpha.web.problem.ProblemException;
import io.openalpha.web.view.SymbolView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/symbols")
@Tag(name = "Symbols")
class SymbolController {

    private final Universe universe;
    private final AuditedRequests auditedRequests;

    SymbolController(Universe universe, AuditedRequests auditedRequests) {
        this.universe = universe;
        this.auditedRequests = auditedRequests;
    }

    @Operation(summary = "The universe, by name")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TYPE})
    List<SymbolView> symbols(
            @Parameter(description = "Whether to leave out the disabled ones")
                    @RequestParam(name = "enabled", defaultValue = "false")
                    boolean enabledOnly) {
        return universe.all(enabledOnly).stream().map(SymbolView::of).toList();
    }

    @Operation(summary = "Includes a symbol in the collection")
    @PostMapping(path = "/{symbol}/enable", produces = MediaType.APPLICATION_JSON_VALUE)
    Enabled enable(@Parameter(example = "AAPL") @PathVariable("symbol") Symbol symbol, Principal user) {
        return auditedRequests.of(user, "enable-symbol", symbol.name(), () -> set(symbol, true));
    }

    @Operation(summary = "Leaves a symbol out of the collection; its data stays")
    @PostMapping(path = "/{symbol}/disable", produces = MediaType.APPLICATION_JSON_VALUE)
    Enabled disable(@Parameter(example = "AAPL") @PathVariable("symbol") Symbol symbol, Principal user) {
        return auditedRequests.of(user, "disable-symbol", symbol.name(), () -> set(symbol, false));
    }

    private Enabled set(Symbol symbol, boolean enabled) {
        if (universe.enable(List.of(symbol), enabled) == 0) {
            throw new ProblemException(Problems.unknownSymbol(symbol));
        }
        return new Enabled(symbol.name(), enabled);
    }

    @Schema(description = "Whether a symbol is collected from now on.")
    record Enabled(@Schema(example = "AAPL") String symbol, boolean enabled) {}
}
