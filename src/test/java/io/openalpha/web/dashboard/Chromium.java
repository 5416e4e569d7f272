package io.openalpha.web.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import io.openalpha.web.AdminService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chromium where Debian puts it, without a window. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Chromium start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS)));
    }

    /** The page that a user sees first. */
    static Page signedIn(BrowserContext context, String user) {
        Page page = context.newPage();
        page.navigate("/");
        page.getByLabel("Name").fill(user);
        page.getByLabel("Password").fill(AdminService.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        assertThat(page.locator(".who")).containsText(user);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
