package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.output.CheckFormat;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.StatusCounts;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The formats of CI servers before their published schemas, also when everything is nasty. */
class XmlFormatsTest {
    @TestFactory
    Stream<DynamicTest> junit() {
        return ReportRows.ofSamples(report -> {
            Document document = xml(CheckFormat.JUNIT, report, "junit.xsd");
            StatusCounts counts = report.counts();
            assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo((int) counts.total());
            assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo((int) counts.alarm());
            assertThat(document.getElementsByTagName("error").getLength()).isEqualTo((int) counts.error());
            assertThat(document.getElementsByTagName("skipped").getLength())
                    .isEqualTo((int) (counts.skip() + counts.exempt()));
            List<Element> suites = elements(document.getElementsByTagName("testsuite"));
            assertThat(sum(suites, "tests")).isEqualTo(counts.total());
            assertThat(sum(suites, "failures")).isEqualTo(counts.alarm());
            assertThat(sum(suites, "errors")).isEqualTo(counts.error());
        });
    }

    @TestFactory
    Stream<DynamicTest> nunit() {
        return ReportRows.ofSamples(report -> {
            Document document = xml(CheckFormat.NUNIT3, report, "nunit-TestResult.xsd");
            Element run = document.getDocumentElement();
            assertThat(document.getElementsByTagName("test-case").getLength())
                    .isEqualTo((int) report.counts().total());
            assertThat(run.getAttribute("failed"))
                    .isEqualTo(String.valueOf(report.counts().failed()));
            assertThat(run.getAttribute("passed"))
                    .isEqualTo(String.valueOf(report.counts().passed()));
            List<Element> fixtures = elements(document.getElementsByTagName("test-suite")).stream()
                    .filter(suite -> suite.getAttribute("type").equals("TestFixture"))
                    .toList();
            assertThat(sum(fixtures, "total")).isEqualTo(report.counts().total());
            assertThat(sum(fixtures, "skipped"))
                    .isEqualTo(report.counts().skip() + report.counts().exempt());
        });
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static long sum(List<Element> elements, String attribute) {
        return elements.stream()
                .mapToLong(element -> Long.parseLong(element.getAttribute(attribute)))
                .sum();
    }

    private static Document xml(CheckFormat format, CheckReport report, String schema) throws Exception {
        String text = SampleReports.text(format, report);
        var schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        schemas.newSchema(XmlFormatsTest.class.getResource("/schemas/" + schema))
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
        var builders = DocumentBuilderFactory.newInstance();
        builders.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return builders.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
