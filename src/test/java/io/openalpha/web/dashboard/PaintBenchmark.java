package io.openalpha.web.dashboard;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.openalpha.web.AdminService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Milliseconds from asking for a page to the first content on the screen, in a browser on the same machine, with years
 * of data in the database; run by {@code bench/dashboard}.
 */
final class PaintBenchmark {

    private static final int VISITS = 15;
    private static final int THROWN_AWAY = 5;
    private static final Map<String, String> PAGES = pages();

    private PaintBenchmark() {}

    public static void main(String[] arguments) {
        try (AdminService service = AdminService.start();
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(service.uri("").toString()))) {
            PlantedPipeline.in(service);
            PlantedYears.in(JdbcClient.create(service.database().dataSource()));
            Page page = Chromium.signedIn(context, "admin");
            waitForTheLookOverAllBars(page);
            System.out.println(PAGES.entrySet().stream()
                    .map(entry -> entry.getKey() + "_ms=" + Math.round(firstPaint(page, entry.getValue())))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("runs", "/runs");
        pages.put("runs_by_text", "/runs?text=nowhere");
        pages.put("runs_longest_first", "/runs?order=longest");
        pages.put("run", "/runs/" + PlantedPipeline.FAILED_RUN);
        pages.put("data", "/data");
        pages.put("symbol", "/data/symbols/S00042");
        pages.put("models", "/models");
        pages.put("schedule", "/schedule");
        pages.put("audit", "/audit");
        return pages;
    }

    private static void waitForTheLookOverAllBars(Page page) {
        await().pollInSameThread().atMost(Duration.ofMinutes(2)).until(() -> {
            page.navigate("/data");
            return page.content().contains("S000");
        });
    }

    /** The middle of several visits. */
    private static double firstPaint(Page page, String path) {
        double[] times = IntStream.range(0, VISITS)
                .mapToDouble(visit -> {
                    page.navigate(path);
                    return ((Number) Objects.requireNonNull(page.evaluate("""
                                    () => new Promise(painted => new PerformanceObserver(list => list.getEntries()
                                            .filter(entry => entry.name === 'first-contentful-paint')
                                            .forEach(entry => painted(entry.startTime)))
                                        .observe({type: 'paint', buffered: true}))"""))).doubleValue();
                })
                .skip(THROWN_AWAY)
                .sorted()
                .toArray();
        return times[times.length / 2];
    }
}
