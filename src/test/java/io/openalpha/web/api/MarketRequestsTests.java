package io.openalpha.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.openalpha.market.Quote;
import io.openalpha.market.QuoteStore;
import io.openalpha.market.Symbol;
import io.openalpha.ml.prediction.StoredMarket;
import io.openalpha.web.AdminService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Quotes, bars and symbols over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketRequestsTests {

    private AdminService service;

    @BeforeAll
    void start() {
        service = AdminService.start();
        StoredMarket.store(service.context(), StoredMarket.MARKET.names(), StoredMarket.bars(160));
        new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> service.bean(QuoteStore.class)
                        .save(List.of(quote("S0001", "495.17"), quote("S0002", "0.00000892"))));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void quotesHaveTheWireFormOfTheSeed() {
        HttpResponse<String> response = service.get("viewer", "/api/v1/quotes/S0001");

        assertThat(response.body())
                .isEqualTo("{\"symbol\":\"S0001\",\"price\":495.17,\"volume\":12,"
                        + "\"timestamp\":\"2026-11-20T14:30:00\",\"source\":\"mine\",\"currency\":\"USD\","
                        + "\"old\":true}");
        assertThat(AdminService.json(service.get("viewer", "/api/v1/quotes")).size())
                .isEqualTo(2);
        assertThat(service.get("viewer", "/api/v1/quotes/S0003").statusCode()).isEqualTo(404);
        assertThat(AdminService.json(service.get("viewer", "/api/v1/quotes/NOPE"))
                        .path("type")
                        .asString())
                .isEqualTo("urn:openalpha:problem:unknown-symbol");
    }

    @Test
    void listsAreCsvWhereTheRequestAcceptsIt() {
        HttpResponse<String> quotes = service.get("viewer", "/api/v1/quotes?symbols=S0002,S0001", "Accept", "text/csv");

        assertThat(quotes.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(quotes.body().lines())
                .containsExactly(
                        "symbol,price,volume,timestamp,source,currency,old",
                        "S0001,495.17,12,2026-11-20T14:30:00,mine,USD,true",
                        "S0002,0.00000892,12,2026-11-20T14:30:00,mine,USD,true");
        assertThat(service.get("viewer", "/api/v1/bars/S0001?from=2015-08-12", "Accept", "text/csv")
                        .body()
                        .lines())
                .hasSize(2)
                .first()
                .isEqualTo("symbol,date,open,high,low,close,adjusted_close,volume,final,source");
        assertThat(service.get("viewer", "/api/v1/symbols?enabled=true", "Accept", "text/csv")
                        .body()
                        .lines())
                .contains("S0001,,,NYQ,USD,true");
        assertThat(service.get("viewer", "/api/v1/quotes", "Accept", "application/xml")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void barsAreThoseOfTheDaysThatAreAskedFor() {
        JsonNode bars = AdminService.json(service.get("viewer", "/api/v1/bars/S0001?from=2015-08-11&to=2015-08-12"));

        assertThat(bars.findValuesAsString("date")).containsExactly("2015-08-11", "2015-08-12");
        assertThat(AdminService.json(service.get("viewer", "/api/v1/bars/S0001"))
                        .size())
                .isEqualTo(160);
        assertThat(service.get("viewer", "/api/v1/bars/S0001?from=2015-08-12&to=2015-08-11")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.get("viewer", "/api/v1/bars/NOPE").statusCode()).isEqualTo(404);
    }

    @Test
    void symbolsAreEnabledAndDisabled() {
        assertThat(service.post("admin", "/api/v1/symbols/S0005/disable").statusCode())
                .isEqualTo(200);
        assertThat(enabled()).doesNotContain("S0005").contains("S0006");
        assertThat(service.post("admin", "/api/v1/symbols/S0005/enable").statusCode())
                .isEqualTo(200);
        assertThat(enabled()).contains("S0005");
        assertThat(service.post("admin", "/api/v1/symbols/NOPE/enable").statusCode())
                .isEqualTo(404);
    }

    private List<String> enabled() {
        return AdminService.json(service.get("viewer", "/api/v1/symbols?enabled=true"))
                .findValuesAsString("symbol");
    }

    private static Quote quote(String symbol, String price) {
        Instant at = Instant.parse("2026-11-20T14:30:00Z");
        return new Quote(new Symbol(symbol), at, new BigDecimal(price), 12, "USD", "mine", at);
    }
}
