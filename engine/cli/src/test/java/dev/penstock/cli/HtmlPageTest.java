package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page in a real browser. */
class HtmlPageTest {
    private static Browser open(String name, CheckReport report) throws Exception {
        Path executable = Browser.installed().orElse(null);
        Assumptions.assumeTrue(executable != null, "there is no chromium on the PATH: the page was not opened");
        // Not deleted at the end: the browser may still write into its profile then.
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/browser")), name);
        Path page = folder.resolve("report.html");
        // Half a character is not UTF-8; a question mark stands for it, as in every file that is written.
        Files.write(page, SampleReports.text(CheckFormat.HTML, report).getBytes(StandardCharsets.UTF_8));
        return Browser.open(executable, page, Files.createDirectories(folder.resolve("profile")));
    }

    private static long visible(Browser browser, String selector) throws Exception {
        return browser.value("[...document.querySelectorAll('" + selector
                        + "')].filter(row => !row.hidden && !row.closest('[hidden]')).length")
                .longValue();
    }

    private static void search(Browser browser, String text) throws Exception {
        browser.value("search.value = " + new ObjectMapper().writeValueAsString(text)
                + "; search.dispatchEvent(new Event('input')); new Promise(done => setTimeout(done, 400))");
    }

    @Test
    void nastyTextsAreTextsAndFiltersFind() throws Exception {
        CheckReport report = SampleReports.nasty();
        try (Browser browser = open("nasty", report)) {
            long total = report.counts().total();
            assertThat(browser.value("document.scripts.length").intValue()).isEqualTo(1);
            assertThat(browser.value("document.querySelector('h1').textContent").textValue())
                    .isEqualTo(SampleReports.NASTY.get(4));
            assertThat(browser.value("performance.getEntriesByType('resource').length")
                            .intValue())
                    .isZero();
            assertThat(browser.value("document.querySelectorAll('a[href^=http], img, link:not([rel=icon]), iframe')"
                                    + ".length")
                            .intValue())
                    .isZero();
            assertThat(visible(browser, "tbody tr")).isEqualTo(total);
            assertThat(browser.value("shown.textContent").textValue()).isEqualTo(total + " results");

            browser.value("document.querySelector('[data-status=alarm]').click()");
            assertThat(visible(browser, "tbody tr")).isEqualTo(report.counts().alarm());
            browser.value("document.querySelector('[data-status=error]').click()");
            assertThat(visible(browser, "tbody tr")).isEqualTo(report.counts().failed());
            browser.value("document.querySelector('button[data-severity=critical]').click()");
            assertThat(visible(browser, "tbody tr")).isEqualTo(3);
            browser.value("reset.click()");
            assertThat(visible(browser, "tbody tr")).isEqualTo(total);

            search(browser, "HYPERLINK evil");
            assertThat(visible(browser, "tbody tr")).isEqualTo(16);
            search(browser, "nobody has this");
            assertThat(visible(browser, "tbody tr")).isZero();
            assertThat(visible(browser, "#empty")).isEqualTo(1);
            assertThat(visible(browser, "section.group")).isZero();
            browser.value("search.focus(); document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
            assertThat(visible(browser, "tbody tr")).isEqualTo(total);
            browser.value("search.blur(); document.dispatchEvent(new KeyboardEvent('keydown', {key: '/'}))");
            assertThat(browser.value("document.activeElement.id").textValue()).isEqualTo("search");
        }
    }

    @Test
    void thePolicyStopsWhatIsNotThePages() throws Exception {
        try (Browser browser = open("policy", SampleReports.nasty())) {
            browser.value("window.violations = []; document.addEventListener('securitypolicyviolation',"
                    + " event => violations.push(event.effectiveDirective))");
            browser.value("const script = document.createElement('script'); script.textContent = 'window.evil = 1';"
                    + " document.body.append(script); const image = new Image(); image.src = 'http://127.0.0.1:9/x';"
                    + " document.body.append(image); new Promise(done => setTimeout(done, 200))");
            assertThat(browser.value("typeof window.evil").textValue()).isEqualTo("undefined");
            assertThat(browser.value("violations.join()").textValue()).contains("script-src", "img-src");
        }
    }

    @Test
    void everythingHasANameForThoseWhoDoNotSee() throws Exception {
        try (Browser browser = open("names", SampleReports.nasty())) {
            JsonNode tree =
                    browser.send("Accessibility.getFullAXTree", Map.of()).get("nodes");
            for (String role : List.of("button", "searchbox", "table", "heading", "image", "search", "main")) {
                var nodes = new ArrayList<JsonNode>();
                tree.forEach(node -> {
                    if (node.at("/role/value").asText().equals(role)
                            && !node.get("ignored").booleanValue()) {
                        nodes.add(node);
                    }
                });
                assertThat(nodes).as(role).isNotEmpty();
                if (!role.equals("search") && !role.equals("main")) {
                    assertThat(nodes)
                            .allSatisfy(node ->
                                    assertThat(node.at("/name/value").asText()).isNotBlank());
                }
            }
        }
    }

    @Test
    void tenThousandRowsArePrintedAndFound() throws Exception {
        try (Browser browser = open("large", SampleReports.large(10_000))) {
            assertThat(browser.value("shown.textContent").textValue()).isEqualTo("10,000 results");
            search(browser, "user-7-42");
            assertThat(visible(browser, "tbody tr")).isEqualTo(1);
            browser.value("reset.click()");
            browser.value("dispatchEvent(new Event('beforeprint'))");
            assertThat(browser.value("document.querySelectorAll('details:not([open])').length")
                            .intValue())
                    .isZero();
            browser.value("dispatchEvent(new Event('afterprint'))");
            byte[] image = Base64.getDecoder()
                    .decode(browser.send("Page.captureScreenshot", Map.of())
                            .get("data")
                            .textValue());
            assertThat(image).hasSizeGreaterThan(10_000);
        }
    }
}
