package dev.penstock.cli.output;

import dev.penstock.controls.model.CheckReport;
import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.ControlResult;
import dev.penstock.controls.model.Dimension;
import dev.penstock.controls.model.ReportNode;
import dev.penstock.controls.model.RunError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One row of a report for systems that keep findings: each control counts once there, wherever it stands.
 *
 * @param fingerprint the same for the same control, resource and dimensions, in every run; no two findings share it
 */
record Finding(ReportNode.Check check, ControlResult result, String fingerprint) {
    private static final String ACCOUNT = "account_id";
    private static final String REGION = "region";

    /** Takes findings, one after the other. */
    @FunctionalInterface
    interface Sink {
        void accept(Finding finding) throws IOException;
    }

    /** Hands over every finding of a report, in the order of the tree. */
    static void each(CheckReport report, Sink sink) throws IOException {
        for (ReportNode.Check check : report.checks()) {
            var seen = new HashMap<String, Integer>();
            for (ControlResult result : check.rows()) {
                String hash = hash(check.node(), result);
                int times = seen.merge(hash, 1, Integer::sum);
                sink.accept(new Finding(check, result, times == 1 ? hash : hash + "-" + times));
            }
        }
    }

    Control control() {
        return check.node();
    }

    /** The value of a dimension, if the row has one that is not blank. */
    Optional<String> dimension(String key) {
        return result.dimensions().stream()
                .filter(dimension -> dimension.key().equals(key))
                .map(Dimension::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The account that the row is about, or in which a call failed. */
    Optional<String> account() {
        return dimension(ACCOUNT).or(() -> check.error().flatMap(RunError::account));
    }

    Optional<String> region() {
        return dimension(REGION);
    }

    private static String hash(Control control, ControlResult result) {
        var text = new StringBuilder(control.fullName()).append('\0').append(result.resource());
        result.dimensions()
                .forEach(dimension ->
                        text.append('\0').append(dimension.key()).append('=').append(dimension.value()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
