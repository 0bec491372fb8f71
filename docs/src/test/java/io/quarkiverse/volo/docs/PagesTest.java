package io.quarkiverse.volo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What the pages name is there. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern XREF = Pattern.compile("(?:include::|xref:)([^\\[#]+)[\\[#]");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests?)(?:#(\\w+))?`");

    private static final Pattern KEY = Pattern
            .compile("\\[`quarkus\\.volo\\.(?:server|clients\\.\"client-name\")\\.([\\w.-]+)`]");
    private static final Pattern AMOUNT = Pattern
            .compile("\n\\|(?:int|MemorySize|link:.*Duration).*\n\\|`\\+\\+\\+(.+)\\+\\+\\+`");

    private static final Pattern MESSAGE = Pattern.compile("`([^`|\n]+ \\(expected: [^`\n]+)`");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7} |\\|{7} |={7}$|>{7} )");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Pages.all()) {
            boolean markdown = page.toString().endsWith(".md");
            // Antora counts from the module's pages, wherever the link stands.
            Path from = markdown ? page.getParent() : Pages.ROOT.resolve("docs/modules/ROOT/pages");
            Matcher link = (markdown ? LINK : XREF).matcher(Pages.read(page));
            while (link.find()) {
                if (!Files.exists(from.resolve(link.group(1)))) {
                    broken.add(Pages.ROOT.relativize(page) + ": " + link.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatThePagesNameExists() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path source : Pages.testSources()) {
            sources.merge(source.getFileName().toString().replace(".java", ""), Pages.read(source), String::concat);
        }
        List<String> missing = new ArrayList<>();
        for (Path page : Pages.all()) {
            Matcher test = TEST.matcher(Pages.read(page));
            while (test.find()) {
                String source = sources.get(test.group(1));
                if (source == null || test.group(2) != null && !source.contains(" " + test.group(2) + "(")) {
                    missing.add(Pages.ROOT.relativize(page) + ": " + test.group());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void gettingStartedUsesThisProjectsVersions() throws IOException {
        String parent = Pages.read("pom.xml");
        String page = Pages.read("docs/getting-started.md");

        assertThat(page)
                .contains("<quarkus.version>" + element(parent, "quarkus.version") + "</quarkus.version>")
                .contains("<quarkus-volo.version>" + element(parent, "version") + "</quarkus-volo.version>");
    }

    @Test
    void operatingNamesEveryLimitWithItsDefault() throws IOException {
        String page = Pages.read("docs/operating.md").toLowerCase(Locale.ROOT);
        List<String> missing = new ArrayList<>();
        int limits = 0;
        for (String property : Pages.read("docs/modules/ROOT/pages/includes/quarkus-volo.adoc").split("\n\na\\|")) {
            Matcher key = KEY.matcher(property);
            Matcher amount = AMOUNT.matcher(property);
            if (key.find() && !key.group(1).endsWith("port") && amount.find()) {
                limits++;
                String row = "| `" + key.group(1) + "` | " + amount.group(1) + " |";
                if (!page.contains(row.toLowerCase(Locale.ROOT))) {
                    missing.add(row);
                }
            }
        }

        assertThat(limits).as("limits in the configuration reference").isPositive();
        assertThat(missing).isEmpty();
    }

    @Test
    void theMessagesThatOperatingQuotesAreThoseThatTestsExpect() throws IOException {
        String tests = String.join("\n", Pages.testSources().stream().map(Pages::read).toList());
        List<String> unknown = new ArrayList<>();
        Matcher message = MESSAGE.matcher(Pages.read("docs/operating.md"));
        int messages = 0;
        for (; message.find(); messages++) {
            // What differs from case to case is left out on the page.
            String expected = Arrays.stream(message.group(1).split("…", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".+"));
            if (!Pattern.compile(expected).matcher(tests).find()) {
                unknown.add(message.group(1));
            }
        }

        assertThat(messages).as("messages on the page").isPositive();
        assertThat(unknown).isEmpty();
    }

    @Test
    void noPageHoldsTheMarksOfAMergeConflict() throws IOException {
        assertThat(Pages.all()).filteredOn(page -> CONFLICT.matcher(Pages.read(page)).find()).isEmpty();
    }

    private static String element(String xml, String name) {
        Matcher element = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(xml);
        assertThat(element.find()).as(name).isTrue();
        return element.group(1);
    }
}
