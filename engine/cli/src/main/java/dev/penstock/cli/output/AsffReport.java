package dev.penstock.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** Findings for AWS Security Hub, of controls over AWS. */
record AsffReport(ReportSettings.Origin origin) implements CheckRenderer {
    private static final String PLUGIN = "plugin";
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_FIELD = 1024;
    private static final int LONGEST_RESOURCE = 512;

    /** Where Security Hub keeps what is in no region; the findings of IAM lie there. */
    private static final String HOME_REGION = "us-east-1";

    /** Stands for an account that is not known: a finding must name one, and leaving it out would hide an error. */
    private static final String UNKNOWN_ACCOUNT = "000000000000";

    private static final Set<String> LABELS = Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

    @Override
    public void write(CheckReport report, Writer out) throws IOException {
        JsonGenerator json = PeerJson.pretty(out, "    ");
        json.writeStartArray();
        Finding.each(report, finding -> {
            if (finding.control().tags().getOrDefault(PLUGIN, "aws").equals("aws")) {
                write(finding, report.ended(), json);
            }
        });
        json.writeEndArray();
        json.writeRaw('\n');
        json.flush();
    }

    private void write(Finding finding, Instant time, JsonGenerator json) throws IOException {
        Control control = finding.control();
        ControlResult row = finding.result();
        String account =
                finding.account().filter(text -> text.matches("[0-9]{12}")).orElse(UNKNOWN_ACCOUNT);
        String region = finding.region()
                .filter(text -> text.matches("[a-z]{2}(-[a-z]+)+-[0-9]+"))
                .orElse(HOME_REGION);
        String now = time.truncatedTo(ChronoUnit.MILLIS).toString();
        json.writeStartObject();
        json.writeStringField("SchemaVersion", "2018-10-08");
        json.writeStringField("Id", control.fullName() + "/" + finding.fingerprint());
        json.writeStringField(
                "ProductArn",
                "arn:" + partition(region) + ":securityhub:" + region + ":" + account + ":product/" + account
                        + "/default");
        json.writeObjectFieldStart("ProductFields");
        json.writeStringField("ProviderName", "Penstock");
        json.writeStringField("ProviderVersion", origin.version());
        json.writeStringField("Penstock/Reason", cut(row.reason(), LONGEST_FIELD));
        json.writeStringField("Penstock/Status", row.status().text());
        if (row.decision().isPresent()) {
            json.writeStringField("Penstock/Decision", cut(row.decision().get().sentence(), LONGEST_FIELD));
        }
        json.writeEndObject();
        json.writeStringField("GeneratorId", cut("penstock-" + control.name(), LONGEST_RESOURCE));
        json.writeStringField("AwsAccountId", account);
        json.writeArrayFieldStart("Types");
        json.writeString("automated");
        json.writeEndArray();
        json.writeStringField("UpdatedAt", now);
        json.writeStringField("CreatedAt", now);
        json.writeStringField("Title", cut(control.title(), LONGEST_TITLE));
        json.writeStringField(
                "Description",
                cut(control.description().isBlank() ? control.title() : control.description(), LONGEST_DESCRIPTION));
        json.writeObjectFieldStart("Severity");
        String label = control.severity().toUpperCase(Locale.ROOT);
        json.writeStringField("Label", LABELS.contains(label) ? label : "INFORMATIONAL");
        json.writeEndObject();
        json.writeArrayFieldStart("Resources");
        json.writeStartObject();
        json.writeStringField("Type", "Other");
        json.writeStringField(
                "Id", row.resource().isBlank() ? "AWS::::Account:" + account : cut(row.resource(), LONGEST_RESOURCE));
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("Compliance");
        json.writeStringField(
                "Status",
                switch (row.status()) {
                    case OK -> "PASSED";
                    case ALARM, EXEMPT -> "FAILED";
                    case ERROR -> "WARNING";
                    case SKIP, INFO -> "NOT_AVAILABLE";
                });
        json.writeEndObject();
        if (row.status() == Status.EXEMPT) {
            json.writeObjectFieldStart("Workflow");
            json.writeStringField("Status", "SUPPRESSED");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** Without the second half of a character at its end, and without what the service would refuse as empty. */
    private static String cut(String text, int most) {
        String all = text.isBlank() ? "-" : text;
        if (all.length() <= most) {
            return all;
        }
        int end = Character.isHighSurrogate(all.charAt(most - 2)) ? most - 2 : most - 1;
        return all.substring(0, end) + "…";
    }
}
