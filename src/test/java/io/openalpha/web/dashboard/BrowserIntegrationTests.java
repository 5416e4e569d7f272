package io.openalpha.web.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import io.openalpha.market.Conflict;
import io.openalpha.market.ConflictStore;
import io.openalpha.market.Symbol;
import io.openalpha.simulator.Simulator;
import io.openalpha.simulator.SimulatorOptions;
import io.openalpha.web.AdminService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a browser, as people see them. Needs chromium where Debian puts it. */
class BrowserIntegrationTests {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final LocatorAssertions.IsVisibleOptions BEGINS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_MINUTE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.HasTextOptions ENDS =
            new LocatorAssertions.HasTextOptions().setTimeout(90_000);
    private static final List<String> PAGES = List.of(
            "/",
            "/runs",
            "/runs/" + PlantedPipeline.FAILED_RUN,
            "/data",
            "/data/symbols/KO",
            "/models",
            "/schedule",
            "/audit");

    /** Slow enough to be stopped: two seconds a symbol. */
    private static final Map<String, String> SLOWLY = Map.of(
            "OPENALPHA_COLLECTION_CHUNK_SIZE", "1",
            "OPENALPHA_COLLECTION_IN_FLIGHT", "1",
            "OPENALPHA_COLLECTION_POLITENESS_BATCH", "1",
            "OPENALPHA_COLLECTION_POLITENESS_DELAY", "2s");

    private static Simulator market;
    private static AdminService service;
    private static Chromium chromium;
    private static String axe;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Chromium.isInstalled(), "there is no browser at %s: install chromium".formatted(Chromium.PROGRAM));
        market = Simulator.start(SimulatorOptions.defaults());
        Map<String, String> environmentOfJobs = new HashMap<>(SLOWLY);
        environmentOfJobs.put(
                "OPENALPHA_SOURCE_YAHOO_BASE_URL", market.yahooUrl().toString());
        service = AdminService.startWithJobs(environmentOfJobs);
        PlantedPipeline.in(service);
        chromium = Chromium.start();
        axe = read("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            chromium.close();
            service.close();
            market.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"admin, DARK, 1440, 900", "operator, LIGHT, 360, 740", "admin, LIGHT, 2560, 1300"})
    void everyPageIsAccessible(String user, ColorScheme theme, int width, int height) {
        try (BrowserContext context = context(theme, width, height)) {
            Page page = Chromium.signedIn(context, user);
            List<String> violations = new ArrayList<>();
            for (String path : PAGES) {
                open(page, path);
                violations.addAll(violations(page, path));
                shoot(page, path, theme, width);
            }

            assertThat(violations).isEmpty();
        }
    }

    @Test
    void theTabKeyWalksEveryPageInTheOrderOfReadingAndShowsWhereItIs() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "admin");
            for (String path : PAGES) {
                open(page, path);
                int stops = (int) page.evaluate("""
                        () => {
                            window.stops = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                                .filter(e => e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}));
                            return window.stops.length;
                        }""");
                List<Object> walked = new ArrayList<>();
                // A field for a date has places of its own, and the tab key stays within it for a while.
                for (int press = 0; press < 2 * stops + 10 && walked.size() < stops; press++) {
                    page.keyboard().press("Tab");
                    Object arrived = page.evaluate("""
                            () => {
                                const at = window.stops.indexOf(document.activeElement);
                                const stays = at === window.at;
                                window.at = at;
                                return stays ? null
                                    : document.activeElement.matches(':focus-visible')
                                        && getComputedStyle(document.activeElement).outlineStyle !== 'none' ? at
                                    : 'not shown: ' + document.activeElement.outerHTML.slice(0, 160);
                            }""");
                    if (arrived != null) {
                        walked.add(arrived);
                    }
                }

                assertThat(walked)
                        .as("stops of " + path)
                        .isEqualTo(IntStream.range(0, stops).boxed().toList());
            }
        }
    }

    @Test
    void aQuestionIsAskedAndTakenBackByTheKeyboardAlone() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "operator");
            open(page, "/runs/" + PlantedPipeline.FAILED_RUN);
            Locator restart = button(page, "Restart");
            restart.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#restart")).isVisible();
            page.keyboard().press("Tab");
            assertThat(page.locator("#restart :focus")).hasCount(1);

            page.keyboard().press("Escape");
            assertThat(page.locator("#restart")).isHidden();
            assertThat(restart).isFocused();
        }
    }

    @Test
    void viewerReadsAndIsNotTemptedToAct() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "viewer");

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("9 of 10 symbols fresh");
            open(page, "/runs/" + PlantedPipeline.FAILED_RUN);
            assertThat(button(page, "Restart")).hasCount(0);
            assertThat(page.getByText("yahoo does not know AAPL")).isVisible();
            assertThat(button(page, "Start again")).hasCount(0);
            open(page, "/runs");
            assertThat(button(page, "Remove old runs")).hasCount(0);
            open(page, "/schedule");
            assertThat(button(page, "Start a training")).hasCount(0);
        }
    }

    @Test
    void viewerSeesBothSidesOfAConflict() {
        service.bean(ConflictStore.class)
                .save(
                        new Symbol("KO"),
                        new Conflict("shorter", "160 bars from 2026-01-02 to 2026-08-20", "20 of these days"),
                        "yahoo",
                        Instant.EPOCH);
        try (BrowserContext context = context(ColorScheme.DARK, 360, 740)) {
            Page page = Chromium.signedIn(context, "viewer");
            open(page, "/data/symbols/KO");

            assertThat(page.locator(".callout"))
                    .containsText("In conflict (shorter): stored are 160 bars from 2026-01-02 to 2026-08-20,"
                            + " yahoo has 20 of these days. What is stored was kept.");
            assertThat(page.getByText("'openalpha backfill KO --accept'")).isVisible();
            assertThat(violations(page, "/data/symbols/KO")).isEmpty();
        }
    }

    @Test
    void viewerSeesPredictionsBesideWhatHappened() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "viewer");
            open(page, "/data/symbols/KO");

            assertThat(page.locator("[data-kind=foreseen] canvas")).hasCount(1);
            assertThat(page.getByText("24 of 40")).isVisible();
        }
    }

    @Test
    void operatorStartsACollectionWithParametersStopsItAndLetsItGoOn() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "operator");
            open(page, "/runs?job=collect&text=29300120");
            page.locator("tbody a").first().click();
            button(page, "Start again").click();
            page.locator("#again [name=symbols]").fill("AMZN, GOOG, JPM, KO, MSFT, NVDA, TSLA, XOM");
            page.locator("#again button[type=submit]").click();
            assertThat(page.locator("dd", new Page.LocatorOptions().setHasText("AMZN GOOG JPM")))
                    .isVisible(BEGINS);
            assertThat(page.locator(".share")).containsText("of 8", WITHIN_A_MINUTE);

            keepsTheFocusWhenItRenewsItself(page, button(page, "Stop"));
            staysOpenThoughARenewalArrives(page, button(page, "Stop"), page.locator("#stop"));
            page.locator("#stop button[type=submit]").click();
            assertThat(page.getByText("The run stops after the current chunk.")).isVisible();
            assertThat(page.locator(".lead .pill")).hasText("stopped", ENDS);

            button(page, "Restart").click();
            page.locator("#restart button[type=submit]").click();
            assertThat(page.getByText("The run goes on where it ended.")).isVisible();
            assertThat(page.locator(".lead .pill")).hasText("completed", ENDS);
            assertThat(page.locator(".lead")).containsText("operator (restart)");
        }
    }

    @Test
    void administratorRemovesOldRunsAfterAQuestion() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "operator");
            open(page, "/runs");
            assertThat(button(page, "Remove old runs")).hasCount(0);
        }
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "admin");
            open(page, "/runs");
            button(page, "Remove old runs").click();
            assertThat(page.getByText("Remove old runs permanently?")).isVisible();
            page.locator("#purge [name=days]").fill("1");
            page.locator("#purge button[type=submit]").click();

            assertThat(page.locator(".notice"))
                    .hasText(Pattern.compile("\\d+ runs that had ended more than 1 day ago .*"));
            open(page, "/audit?what=purge-runs");
            assertThat(page.locator("tbody tr").first()).containsText("1 day");
        }
    }

    @Test
    void operatorFiltersStartsATrainingAndSeesItComplete() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "operator");
            open(page, "/runs");
            page.getByLabel("State").selectOption("failed");
            button(page, "Filter").click();
            assertThat(page.locator("tbody tr")).hasCount(1);

            open(page, "/schedule");
            button(page, "Start a training").click();
            assertThat(page.getByText("is on its way")).isVisible();
            assertThat(page.locator(".lead .pill")).hasText(Pattern.compile("completed|skipped"), ENDS);
        }
    }

    @Test
    void operatorGivesAFailedRunUpAfterAQuestion() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "operator");
            open(page, "/runs?state=stopped&job=backfill");
            page.locator("tbody a").first().click();
            button(page, "Abandon").click();
            assertThat(page.getByText("Give this run up?")).isVisible();
            page.locator("#abandon button[type=submit]").click();

            assertThat(page.getByText("The run is abandoned.")).isVisible();
            assertThat(page.locator(".lead .pill")).hasText("abandoned");
        }
    }

    @Test
    void administratorRollsBackAndPromotes() {
        try (BrowserContext context = context(ColorScheme.DARK, 1440, 900)) {
            Page page = Chromium.signedIn(context, "admin");
            open(page, "/models");
            button(page, "Roll back").last().click();
            page.locator("#rollback-random_forest button[type=submit]").click();
            assertThat(page.getByText("serves again")).isVisible();
            button(page, "Promote").first().click();
            page.locator("[popover]:popover-open button[type=submit]").click();
            assertThat(page.locator(".notice")).containsText("serves within some seconds");

            open(page, "/audit?what=promote");
            assertThat(page.locator("tbody tr").first()).containsText("random_forest_");
        }
    }

    @Test
    void themeIsSwitchedAndRemembered() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "viewer");
            page.getByLabel("Switch between light and dark").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            open(page, "/runs");

            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void themeIsNotOfferedForSwitchingBeforeTheScriptThatSwitchesItRuns() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1440, 900)) {
            Page page = Chromium.signedIn(context, "viewer");
            List<Route> held = new ArrayList<>();
            page.route("**/openalpha*.js", held::add);
            page.navigate("/runs", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            Locator control = page.getByLabel("Switch between light and dark");
            assertThat(control).isAttached();
            page.waitForCondition(() -> !held.isEmpty());
            assertThat(control).isHidden();

            held.forEach(Route::resume);
            assertThat(control).isVisible();
        }
    }

    private static void keepsTheFocusWhenItRenewsItself(Page page, Locator control) {
        ElementHandle before = control.elementHandle();
        control.focus();
        page.waitForFunction("control => !control.isConnected", before);

        assertThat(control).isFocused();
    }

    private static void staysOpenThoughARenewalArrives(Page page, Locator control, Locator question) {
        List<Route> held = new ArrayList<>();
        page.route(page.url(), held::add);
        page.waitForCondition(() -> !held.isEmpty());
        control.click();
        page.evaluate("() => { window.renewed = new Promise(done => document.addEventListener('htmx:afterRequest',"
                + " done)); }");
        held.forEach(Route::resume);
        page.unroute(page.url());
        page.evaluate("() => window.renewed.then(() => true)");

        assertThat(question).isVisible();
    }

    private BrowserContext context(ColorScheme theme, int width, int height) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(service.uri("").toString())
                        .setColorScheme(theme)
                        .setViewportSize(width, height));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("console: " + message.text());
            }
        });
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(service.uri("/").toString())
                    && !request.url().startsWith("data:")) {
                complaints.add("leaves the host: " + request.url());
            }
        });
        return context;
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        page.waitForFunction("() => [...document.querySelectorAll('.chart')].every(chart => chart.dataset.drawn)");
        assertThat(page.locator("[data-drawn=failed]")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, String path) {
        page.evaluate(axe);
        List<String> found = (List<String>) page.evaluate("""
                async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                    .violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | '))""");
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        List<String> all =
                new ArrayList<>(found.stream().map(text -> path + " " + text).toList());
        if (((Number) overflow).intValue() > 0) {
            all.add("%s is %s px too wide".formatted(path, overflow));
        }
        return all;
    }

    private static void shoot(Page page, String path, ColorScheme theme, int width) {
        String name = path.equals("/") ? "overview" : path.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("%s-%s-%s.png".formatted(name, theme, width)))
                .setFullPage(true));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = BrowserIntegrationTests.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
